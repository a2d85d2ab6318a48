package dev.hindsight.actionitem.notice;

import dev.hindsight.actionitem.overview.Matching;
import dev.hindsight.contracts.actionitem.EscalationRung;
import dev.hindsight.rights.ReadScope;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Finds what one person is told, of items that they may read today. */
@Singleton
public class Notices {

    private static final String OF_ONE_PERSON = """
            SELECT notice.event_id, notice.action_item_id, item.reference, item.title, notice.kind, notice.rung,
                   notice.days, notice.about, notice.team, notice.decided_at, notice.tell_from, notice.day,
                   notice.digest_id, coalesce(digest.state, 'WAITING') AS state, notice.position
              FROM actionitem.notice
              JOIN actionitem.action_item_overview AS item USING (action_item_id)
              LEFT JOIN actionitem.digest USING (digest_id)
             WHERE notice.recipient = :subject
               AND (:afterEvent::uuid IS NULL
                    OR (notice.position, notice.event_id) < (:afterPosition::bigint, :afterEvent::uuid))
               AND cardinality(item.incident_ids) > 0
               AND %s
             ORDER BY notice.position DESC, notice.event_id DESC
             LIMIT :limit
            """.formatted(Matching.readable("item.incident_ids"));

    private static final String OF_DIGEST = """
            SELECT event_id, action_item_id, team, kind, rung, about
              FROM actionitem.notice WHERE digest_id = :digest ORDER BY position, event_id
            """;

    private final Jdbi jdbi;

    public Notices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The last row already seen. */
    public record After(long position, UUID event) {}

    /** Newest first. */
    public List<Notice> of(ReadScope scope, @Nullable After after, int limit) {
        return jdbi.withHandle(db -> Matching.bind(db.createQuery(OF_ONE_PERSON), scope)
                .bind("afterPosition", after == null ? null : after.position())
                .bind("afterEvent", after == null ? null : after.event())
                .bind("limit", limit)
                .map(ConstructorMapper.of(Notice.class))
                .list());
    }

    /** One thing that a digest tells. */
    public record Told(
            UUID eventId,
            UUID actionItemId,
            String team,
            NoticeKind kind,
            @Nullable EscalationRung rung,
            @Nullable LocalDate about) {}

    /** All that one digest tells, oldest first. */
    public List<Told> in(UUID digest) {
        return jdbi.withHandle(db -> db.createQuery(OF_DIGEST)
                .bind("digest", digest)
                .map(ConstructorMapper.of(Told.class))
                .list());
    }
}
