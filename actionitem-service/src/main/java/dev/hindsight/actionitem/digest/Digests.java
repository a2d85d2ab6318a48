package dev.hindsight.actionitem.digest;

import dev.hindsight.contracts.digest.DigestEvent;
import dev.hindsight.folds.digest.DigestFold;
import dev.hindsight.folds.digest.DigestState;
import dev.hindsight.folds.digest.DigestStatus;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.Told;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Finds digests: lists in the table, one of them by its own entries. */
@Singleton
public class Digests {

    private static final String LIST = """
            SELECT digest_id, recipient, day, notices, message_id, composed_at, state, attempts, attempted_at, next_at,
                   withheld, overtaken, answer, reason, version
              FROM actionitem.digest
             WHERE (:state::text IS NULL OR state = :state)
               AND (:recipient::text IS NULL OR recipient = :recipient)
               AND (:afterId::uuid IS NULL OR (composed_at, digest_id) < (:afterTime::timestamptz, :afterId::uuid))
             ORDER BY composed_at DESC, digest_id DESC
             LIMIT :limit
            """;
    private static final String DUE =
            "SELECT digest_id FROM actionitem.digest WHERE next_at <= :now ORDER BY next_at, digest_id LIMIT :limit";

    private static final String POSTPONE =
            "UPDATE actionitem.digest SET next_at = :next WHERE digest_id = :digest AND next_at <= :now";

    private final Jdbi jdbi;
    private final Histories histories;

    Digests(Jdbi jdbi, Histories histories) {
        this.jdbi = jdbi;
        this.histories = histories;
    }

    /** The last row already seen. */
    public record After(Instant time, UUID id) {}

    /** Newest first; a filter that is null does not matter. */
    public List<DigestRow> find(
            @Nullable DigestStatus state, @Nullable String recipient, @Nullable After after, int limit) {
        return jdbi.withHandle(db -> db.createQuery(LIST)
                .bind("state", state)
                .bind("recipient", recipient)
                .bind("afterTime", after == null ? null : after.time())
                .bind("afterId", after == null ? null : after.id())
                .bind("limit", limit)
                .map(ConstructorMapper.of(DigestRow.class))
                .list());
    }

    /** @param upTo a position; empty for all that is recorded, numbered yet or not */
    public Optional<Told<DigestState>> find(UUID digestId, OptionalLong upTo) {
        return histories.of(DigestEvent.AGGREGATE_TYPE, DigestEvent.class, digestId, upTo, DigestFold::of);
    }

    /** Those that are to be sent by now, the longest waiting first. */
    List<UUID> due(Instant now, int limit) {
        return jdbi.withHandle(db -> db.createQuery(DUE)
                .bind("now", now)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    /** Leaves one alone for a while, unless something has become of it meanwhile. */
    void postpone(UUID digest, Instant now, Instant next) {
        jdbi.useHandle(db -> db.createUpdate(POSTPONE)
                .bind("digest", digest)
                .bind("now", now)
                .bind("next", next)
                .execute());
    }
}
