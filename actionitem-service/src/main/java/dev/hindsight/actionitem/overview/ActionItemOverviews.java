package dev.hindsight.actionitem.overview;

import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.rights.ReadScope;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Finds the rows of the list that one person may read: those of whose incidents they may read every one. */
@Singleton
public class ActionItemOverviews {

    private static final String MATCHING = """
            SELECT *, (coalesce(due, 'infinity') < :today::date
                       AND status IN ('PROPOSED', 'ACCEPTED', 'IN_PROGRESS', 'BLOCKED', 'INEFFECTIVE')) AS overdue
              FROM actionitem.action_item_overview AS item
             WHERE NOT EXISTS (
                   SELECT FROM unnest(item.incident_ids) AS incident (id)
                     LEFT JOIN actionitem.incident_access AS access ON access.incident_id = incident.id
                    WHERE (access.visibility = 'OPEN' AND :open
                           OR access.visibility = 'TEAM'
                              AND (:everyTeam OR access.team = ANY(:ownTeams) OR access.teams && :ownTeams)
                           OR :subject = ANY(access.people)) IS NOT TRUE)
               AND cardinality(item.incident_ids) > 0
               AND (:state::text IS NULL OR status = :state)
               AND (:owner::text IS NULL OR owner = :owner)
               AND (:team::text IS NULL OR team = :team)
               AND (:incident::uuid IS NULL OR incident_ids @> ARRAY[:incident::uuid])
               AND (:dueBefore::date IS NULL OR due < :dueBefore::date)
               AND (:text::text IS NULL
                    OR to_tsvector('simple', reference || ' ' || title) @@ plainto_tsquery('simple', :text))
               AND (:unowned::boolean IS NULL OR (owner IS NULL) = :unowned)
               AND (:overdue::boolean IS NULL
                    OR (coalesce(due, 'infinity') < :today::date
                        AND status IN ('PROPOSED', 'ACCEPTED', 'IN_PROGRESS', 'BLOCKED', 'INEFFECTIVE')) = :overdue)
               AND (:afterId::uuid IS NULL OR (opened_at, action_item_id) < (:afterTime::timestamptz, :afterId::uuid))
             ORDER BY opened_at DESC, action_item_id DESC
             LIMIT :limit
            """;

    private final Jdbi jdbi;

    ActionItemOverviews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What to look for; null does not matter. */
    public record Filter(
            @Nullable ActionItemStatus state,
            @Nullable String owner,
            @Nullable String team,
            @Nullable UUID incident,
            @Nullable LocalDate dueBefore,
            @Nullable String text,
            @Nullable Boolean overdue,
            @Nullable Boolean unowned) {}

    /** The last row already seen. */
    public record After(Instant afterTime, UUID afterId) {}

    /**
     * Newest first.
     *
     * @param today what is due before it is overdue
     */
    public List<ActionItemOverview> find(
            ReadScope scope, Filter filter, LocalDate today, @Nullable After after, int limit) {
        return jdbi.withHandle(db -> db.createQuery(MATCHING)
                .bind("open", scope.open())
                .bind("everyTeam", scope.everyTeam())
                .bindArray("ownTeams", String.class, List.copyOf(scope.teams()))
                .bind("subject", scope.subject())
                .bindMethods(filter)
                .bind("today", today)
                .bind("afterTime", after == null ? null : after.afterTime())
                .bind("afterId", after == null ? null : after.afterId())
                .bind("limit", limit)
                .map(ConstructorMapper.of(ActionItemOverview.class))
                .list());
    }
}
