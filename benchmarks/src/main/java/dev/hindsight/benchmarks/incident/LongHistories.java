package dev.hindsight.benchmarks.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.kit.json.EventJson;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** Appends to an incident, as incident-service's own login, what many commands would have recorded. */
final class LongHistories {

    static final String PASSWORD = "benchmark";

    private static final ObjectMapper JSON = EventJson.mapper();
    private static final String APPEND = """
            INSERT INTO log.event_entry (event_id, aggregate_type, aggregate_id, sequence, event_type, payload, metadata)
            VALUES (gen_random_uuid(), 'incident', ?, ?, ?, ?, '{"actor":"benchmark"}')
            """;

    private final String url;

    LongHistories(int databasePort) {
        url = "jdbc:postgresql://127.0.0.1:%d/hindsight?reWriteBatchedInserts=true".formatted(databasePort);
    }

    /** From one event, the declaration, to so many. */
    void extend(UUID incident, int events, Growth growth) {
        try (var connection = DriverManager.getConnection(url, "incident_service", PASSWORD);
                var append = connection.prepareStatement(APPEND)) {
            connection.setAutoCommit(false);
            for (int sequence = 1; sequence < events; sequence++) {
                var event = growth.event(incident);
                append.setObject(1, incident);
                append.setLong(2, sequence);
                append.setString(3, EventCatalogue.nameOf(event.getClass()));
                append.setString(4, payload(event));
                append.addBatch();
            }
            append.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String payload(IncidentEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
