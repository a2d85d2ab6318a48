package dev.hindsight.incident.overview;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.log.Batch;
import dev.hindsight.log.TableSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Keeps {@code incident_overview} in step with the log: each batch reads the rows it touches once and writes each once.
 * An event that a row already includes changes nothing.
 */
@ProcessingGroup(IncidentOverviewProjection.NAME)
public class IncidentOverviewProjection {

    public static final String NAME = "incident-overview";

    private static final String TOUCHED = "SELECT * FROM incident.incident_overview<set> WHERE incident_id = ANY(:ids)";
    private static final String UPSERT = """
            INSERT INTO incident.incident_overview<set> AS row (
                incident_id, reference, title, summary, severity, status, mode, team, visibility, people, teams,
                systems, chains, declared_at, started_at, impact_started_at, detected_at, mitigated_at, resolved_at,
                episodes, marks, timeline_entries, version, position)
            VALUES (
                :incidentId, :reference, :title, :summary, :severity, :status, :mode, :team, :visibility, :people,
                :teams, :systems, :chains, :declaredAt, :startedAt, :impactStartedAt, :detectedAt, :mitigatedAt,
                :resolvedAt, :episodes, :marks, :timelineEntries, :version, :position)
            ON CONFLICT (incident_id) DO UPDATE SET
                title = excluded.title, summary = excluded.summary, severity = excluded.severity,
                status = excluded.status, team = excluded.team, visibility = excluded.visibility,
                people = excluded.people, teams = excluded.teams, systems = excluded.systems,
                chains = excluded.chains, started_at = excluded.started_at,
                impact_started_at = excluded.impact_started_at, detected_at = excluded.detected_at,
                mitigated_at = excluded.mitigated_at, resolved_at = excluded.resolved_at,
                episodes = excluded.episodes, marks = excluded.marks,
                timeline_entries = excluded.timeline_entries, version = excluded.version,
                position = excluded.position
            WHERE row.version < excluded.version
            """;

    private final Jdbi jdbi;
    private final String set;

    public IncidentOverviewProjection(Jdbi jdbi, TableSet tables) {
        this.jdbi = jdbi;
        this.set = tables.suffix();
    }

    @EventHandler
    void on(IncidentEvent event, @SequenceNumber long sequence, @Timestamp Instant recordedAt, TrackingToken token) {
        var noted = new Noted(event, sequence, recordedAt, token.position().orElseThrow());
        Batch.<Map<UUID, List<Noted>>>of(NAME, LinkedHashMap::new, this::write)
                .computeIfAbsent(event.incidentId(), _ -> new ArrayList<>())
                .add(noted);
    }

    private void write(Map<UUID, List<Noted>> batch) {
        jdbi.useHandle(db -> {
            var rows = new LinkedHashMap<UUID, OverviewRow>();
            db.createQuery(TOUCHED)
                    .define("set", set)
                    .bindArray("ids", UUID.class, List.copyOf(batch.keySet()))
                    .map(ConstructorMapper.of(IncidentOverview.class))
                    .forEach(row -> rows.put(row.incidentId(), OverviewRow.of(row)));
            var upsert = db.prepareBatch(UPSERT).define("set", set);
            batch.forEach((id, events) -> {
                var row = rows.computeIfAbsent(id, _ -> new OverviewRow());
                events.forEach(noted -> row.add(noted.event, noted.sequence, noted.recordedAt, noted.position));
                upsert.bindMethods(row.row()).add();
            });
            upsert.execute();
        });
    }

    private record Noted(IncidentEvent event, long sequence, Instant recordedAt, long position) {}
}
