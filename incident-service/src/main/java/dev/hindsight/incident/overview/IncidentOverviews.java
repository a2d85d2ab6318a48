package dev.hindsight.incident.overview;

import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.rights.ReadScope;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Finds the rows of the list that one person may read. */
@Singleton
public class IncidentOverviews {

    private static final String MATCHING = """
            SELECT * FROM incident.incident_overview AS incident
             WHERE """ + ReadableIncidents.CONDITION + """

               AND (:status::text IS NULL OR status = :status)
               AND (:severity::text IS NULL OR severity = :severity)
               AND (:mode::text IS NULL OR mode = :mode)
               AND (:team::text IS NULL OR team = :team)
               AND (:system::text IS NULL OR :system = ANY(systems))
               AND (:chain::text IS NULL OR :chain = ANY(chains))
               AND (:from::timestamptz IS NULL OR started_at >= :from::timestamptz)
               AND (:to::timestamptz IS NULL OR started_at < :to::timestamptz)
               AND (:text::text IS NULL
                    OR to_tsvector('simple', reference || ' ' || title || ' ' || coalesce(summary, ''))
                       @@ plainto_tsquery('simple', :text))
               AND (:afterId::uuid IS NULL OR (started_at, incident_id) < (:afterTime::timestamptz, :afterId::uuid))
             ORDER BY started_at DESC, incident_id DESC
             LIMIT :limit
            """;

    private final Jdbi jdbi;

    IncidentOverviews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What to look for; null does not matter. */
    public record Filter(
            @Nullable IncidentStatus status,
            @Nullable Severity severity,
            @Nullable IncidentMode mode,
            @Nullable String team,
            @Nullable String system,
            @Nullable String chain,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String text) {}

    /** The last row already seen. */
    public record After(Instant afterTime, UUID afterId) {}

    /** Newest first. */
    public List<IncidentOverview> find(ReadScope scope, Filter filter, @Nullable After after, int limit) {
        return jdbi.withHandle(db -> ReadableIncidents.bind(db.createQuery(MATCHING), scope)
                .bindMethods(filter)
                .bind("afterTime", after == null ? null : after.afterTime())
                .bind("afterId", after == null ? null : after.afterId())
                .bind("limit", limit)
                .map(ConstructorMapper.of(IncidentOverview.class))
                .list());
    }
}
