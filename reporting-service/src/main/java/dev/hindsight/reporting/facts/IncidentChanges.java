package dev.hindsight.reporting.facts;

import dev.hindsight.contracts.incident.IncidentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What a batch of events changes in the rows of incidents: each is read once and written once. */
final class IncidentChanges {

    private static final String TOUCHED = "SELECT * FROM reporting.incident_fact<set> WHERE incident_id = ANY(:ids)";
    private static final String UPSERT = """
            INSERT INTO reporting.incident_fact<set> AS row (
                incident_id, reference, title, severity, mode, status, team, visibility, people, teams,
                declared_at, started_at, marks, episode, durations, version, first_position, position)
            VALUES (
                :incidentId, :reference, :title, :severity, :mode, :status, :team, :visibility, :people, :teams,
                :declaredAt, :startedAt, :marks, :episode, :durations, :version, :firstPosition, :position)
            ON CONFLICT (incident_id) DO UPDATE SET
                title = excluded.title, severity = excluded.severity, status = excluded.status,
                team = excluded.team, visibility = excluded.visibility, people = excluded.people,
                teams = excluded.teams, started_at = excluded.started_at, marks = excluded.marks, episode = excluded.episode,
                durations = excluded.durations, version = excluded.version, position = excluded.position
            WHERE row.version < excluded.version
            """;

    private final Map<UUID, List<Noted>> events = new LinkedHashMap<>();

    void add(IncidentEvent event, long sequence, Instant recordedAt, long position) {
        events.computeIfAbsent(event.incidentId(), _ -> new ArrayList<>())
                .add(new Noted(event, sequence, recordedAt, position));
    }

    void write(Handle db, String set) {
        if (events.isEmpty()) {
            return;
        }
        var rows = new LinkedHashMap<UUID, IncidentFactRow>();
        db.createQuery(TOUCHED)
                .define("set", set)
                .bindArray("ids", UUID.class, List.copyOf(events.keySet()))
                .map(ConstructorMapper.of(IncidentFact.class))
                .forEach(row -> rows.put(row.incidentId(), IncidentFactRow.of(row)));
        var upsert = db.prepareBatch(UPSERT).define("set", set);
        events.forEach((id, noted) -> {
            var row = rows.computeIfAbsent(id, _ -> new IncidentFactRow());
            noted.forEach(each -> row.add(each.event, each.sequence, each.recordedAt, each.position));
            upsert.bindMethods(row.row()).add();
        });
        upsert.execute();
    }

    private record Noted(IncidentEvent event, long sequence, Instant recordedAt, long position) {}
}
