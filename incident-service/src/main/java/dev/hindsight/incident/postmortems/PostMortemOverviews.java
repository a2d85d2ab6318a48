package dev.hindsight.incident.postmortems;

import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.postmortem.FactorKind;
import dev.hindsight.contracts.postmortem.FactorLayer;
import dev.hindsight.contracts.postmortem.PostMortemState;
import dev.hindsight.incident.overview.ReadableIncidents;
import dev.hindsight.rights.ReadScope;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Finds the post-mortems that one person may read: those all of whose incidents that person may read. */
@Singleton
public class PostMortemOverviews {

    private static final String READABLE = """
             NOT EXISTS (
                   SELECT FROM unnest(row.incident_ids) AS about (id)
                     LEFT JOIN incident.incident_overview AS incident ON incident.incident_id = about.id
                    WHERE %s IS NOT TRUE)
            """.formatted(ReadableIncidents.CONDITION);
    private static final String MATCHING = """
            SELECT row.*, urgent.severity AS incident_severity, urgent.declared_at AS incident_declared_at,
                   urgent.resolved_at AS incident_resolved_at
              FROM incident.post_mortem_overview AS row
             CROSS JOIN LATERAL (
                   SELECT severity, declared_at, resolved_at FROM incident.incident_overview
                    WHERE incident_id = ANY(row.incident_ids)
                    ORDER BY severity, declared_at LIMIT 1) AS urgent
             WHERE (:state::text IS NULL OR row.state = :state)
               AND (:team::text IS NULL OR row.team = :team)
               AND (:incident::uuid IS NULL OR row.incident_ids @> ARRAY[:incident::uuid])
               AND (:afterId::uuid IS NULL OR (row.begun_at, row.post_mortem_id) < (:afterTime::timestamptz, :afterId::uuid))
               AND %s
             ORDER BY row.begun_at DESC, row.post_mortem_id DESC
             LIMIT :limit
            """.formatted(READABLE);
    private static final String SHARING = """
            SELECT other.post_mortem_id, row.incident_ids, other.statement, other.layer, other.kind, own.statement AS own
              FROM incident.post_mortem_factor AS own
              JOIN incident.post_mortem_factor AS other
                ON other.post_mortem_id <> own.post_mortem_id AND other.counts
               AND (other.external_ids && own.external_ids
                    OR other.layer = own.layer AND other.kind = own.kind
                       AND own.layer <> 'UNCLASSIFIED' AND own.kind <> 'UNCLASSIFIED')
              JOIN incident.post_mortem_overview AS row ON row.post_mortem_id = other.post_mortem_id
             WHERE own.post_mortem_id = :postMortem AND own.counts
               AND %s
             ORDER BY row.begun_at DESC, other.post_mortem_id, other.factor_id
             LIMIT :limit
            """.formatted(READABLE);

    private static final String POST_MORTEM_OF =
            "SELECT post_mortem_id FROM incident.post_mortem_factor WHERE factor_id = :factor";

    private final Jdbi jdbi;

    PostMortemOverviews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What to look for; null does not matter. */
    public record Filter(
            @Nullable PostMortemState state,
            @Nullable String team,
            @Nullable UUID incident) {}

    /** The last row already seen. */
    public record After(Instant afterTime, UUID afterId) {}

    /**
     * A factor of another post-mortem that is one of this one too: of the same layer and kind, or of the same external id.
     *
     * @param own how this post-mortem states it
     */
    public record Shared(
            UUID postMortemId,
            List<UUID> incidentIds,
            String statement,
            FactorLayer layer,
            FactorKind kind,
            String own) {}

    /** A row with what its due dates follow from: its most severe incident, and of those the one first declared. */
    public record Found(
            @Nested PostMortemOverview row,
            Severity incidentSeverity,
            Instant incidentDeclaredAt,
            @Nullable Instant incidentResolvedAt) {}

    /** Newest first. */
    public List<Found> find(ReadScope scope, Filter filter, @Nullable After after, int limit) {
        return jdbi.withHandle(db -> ReadableIncidents.bind(db.createQuery(MATCHING), scope)
                .bindMethods(filter)
                .bind("afterTime", after == null ? null : after.afterTime())
                .bind("afterId", after == null ? null : after.afterId())
                .bind("limit", limit)
                .map(ConstructorMapper.of(Found.class))
                .list());
    }

    /** Newest first. */
    public List<Shared> sharing(ReadScope scope, UUID postMortem, int limit) {
        return jdbi.withHandle(db -> ReadableIncidents.bind(db.createQuery(SHARING), scope)
                .bind("postMortem", postMortem)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Shared.class))
                .list());
    }

    /** Where a contributing factor was identified, whether it counts or not. */
    public Optional<UUID> postMortemOf(UUID factor) {
        return jdbi.withHandle(db -> db.createQuery(POST_MORTEM_OF)
                .bind("factor", factor)
                .mapTo(UUID.class)
                .findOne());
    }
}
