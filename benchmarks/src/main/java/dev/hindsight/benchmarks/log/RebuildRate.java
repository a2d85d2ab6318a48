package dev.hindsight.benchmarks.log;

import dev.hindsight.benchmarks.Figure;
import dev.hindsight.benchmarks.Figures;
import java.io.BufferedReader;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** How fast the incident list is built from a long log by a process that has just started. */
final class RebuildRate {

    private static final String SECTION = "The incident list built from 200 000 events";
    private static final int EVENTS = 200_000;
    private static final int PER_TRANSACTION = 50; // incidents
    private static final String INSERT = "INSERT INTO log.event_entry"
            + " (event_id, aggregate_type, aggregate_id, sequence, event_type, revision, payload, metadata)"
            + " VALUES (?::uuid, ?, ?::uuid, ?, ?, NULL, ?, ?)";

    private final LogDatabase database;
    private final Figures figures;

    RebuildRate(LogDatabase database, Figures figures) {
        this.database = database;
        this.figures = figures;
    }

    void measure() throws SQLException, IOException {
        fill();
        empty();
        try (var process = Self.start(List.of(), "rebuild", database.url())) {
            var lines = new BufferedReader(process.reader());
            figures.add(build("built by a process that has just started", lines));
            empty();
            process.tell("again");
            figures.add(build("rebuilt by a process that runs", lines).atLeast(20_000));
            process.tell("end");
        }
    }

    private void empty() {
        database.execute("TRUNCATE incident.incident_overview");
        database.execute("UPDATE incident.token_entry SET token = NULL, token_type = NULL, owner = NULL"
                + " WHERE processor_name = 'incident-overview'");
    }

    private Figure build(String name, BufferedReader lines) throws IOException {
        figures.say("building the list from %d events, %s".formatted(EVENTS, name));
        var line = lines.readLine();
        if (line == null) {
            throw new IllegalStateException("The process that builds the list ended early");
        }
        verify();
        return Figure.of(SECTION, name, EVENTS / Double.parseDouble(line), "events/s");
    }

    private void fill() throws SQLException {
        figures.say("writing %d events of %d incidents".formatted(EVENTS, EVENTS / SampleEvents.PER_INCIDENT));
        try (var connection = DriverManager.getConnection(
                        database.url() + "?reWriteBatchedInserts=true", LogDatabase.LOGIN, LogDatabase.PASSWORD);
                var insert = connection.prepareStatement(INSERT);
                var number = connection.prepareStatement("SELECT log.number_pending()")) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= EVENTS / SampleEvents.PER_INCIDENT; i++) {
                for (var event : SampleEvents.incident(i)) {
                    insert.setString(1, event.getIdentifier());
                    insert.setString(2, event.getType());
                    insert.setString(3, event.getAggregateIdentifier());
                    insert.setLong(4, event.getSequenceNumber());
                    insert.setString(5, SampleEvents.typeOf(event.getPayload()));
                    insert.setString(6, SampleEvents.payload(event.getPayload()));
                    insert.setString(7, SampleEvents.metadata());
                    insert.addBatch();
                }
                if (i % PER_TRANSACTION == 0) {
                    insert.executeBatch();
                    number.execute();
                    connection.commit();
                }
            }
        }
        database.execute("VACUUM ANALYZE log.event_entry, log.log_position");
    }

    /** A fast list that is wrong would be worth nothing. */
    private void verify() {
        var wrong = database.number("""
                SELECT count(*) FROM (
                    SELECT aggregate_id, max(sequence) + 1 AS version,
                           count(*) FILTER (WHERE event_type = 'timeline-entry-added') AS entries
                      FROM log.event_entry GROUP BY aggregate_id) AS log
                  FULL JOIN incident.incident_overview AS row ON row.incident_id = log.aggregate_id
                 WHERE row.version IS DISTINCT FROM log.version OR row.timeline_entries IS DISTINCT FROM log.entries
                """);
        if (wrong > 0) {
            throw new IllegalStateException(wrong + " rows of the list are wrong");
        }
    }
}
