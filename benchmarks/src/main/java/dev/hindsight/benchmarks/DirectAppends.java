package dev.hindsight.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.kit.json.EventJson;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Appends to the log of a running stack, as a service's own login, what many commands would have recorded. */
public final class DirectAppends implements AutoCloseable {

    private static final ObjectMapper JSON = EventJson.mapper();
    private static final int AT_ONCE = 1000;
    private static final String APPEND = """
            INSERT INTO log.event_entry (event_id, aggregate_type, aggregate_id, sequence, event_type, payload, metadata)
            VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, '{"actor":"benchmark"}')
            """;

    private final Connection connection;
    private final PreparedStatement append;
    private final String aggregateType;
    private int waiting;

    /** @param aggregateType what the login may append to */
    public DirectAppends(int databasePort, String login, String password, String aggregateType) throws SQLException {
        this.aggregateType = aggregateType;
        connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/hindsight?reWriteBatchedInserts=true".formatted(databasePort),
                login,
                password);
        connection.setAutoCommit(false);
        append = connection.prepareStatement(APPEND);
    }

    /** At most a thousand share a transaction. */
    public void add(UUID aggregate, long sequence, Object event) throws SQLException {
        append.setString(1, aggregateType);
        append.setObject(2, aggregate);
        append.setLong(3, sequence);
        append.setString(4, EventCatalogue.nameOf(event.getClass()));
        append.setString(5, json(event));
        append.addBatch();
        if (++waiting == AT_ONCE) {
            commit();
        }
    }

    public void commit() throws SQLException {
        append.executeBatch();
        connection.commit();
        waiting = 0;
    }

    /** What is not committed is lost. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static String json(Object event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
