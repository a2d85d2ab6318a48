package dev.hindsight.logkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.kit.json.EventJson;
import dev.hindsight.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Appends what services that do not run here would have recorded. */
public final class OtherServices {

    private static final ObjectMapper JSON = EventJson.mapper();
    private static final String APPEND = """
            INSERT INTO log.event_entry (event_id, aggregate_type, aggregate_id, sequence, event_type, payload, metadata)
            SELECT ?, ?, ?, coalesce(max(sequence) + 1, 0), ?, ?, ? FROM log.event_entry WHERE aggregate_id = ?
            """;

    private OtherServices() {}

    /** Appends to one aggregate, in this order and one transaction; the answer are the ids of the entries. */
    public static List<UUID> append(
            TestDatabase database, String aggregateType, UUID aggregateId, String actor, Object... events) {
        try (var connection = database.superuser();
                var insert = connection.prepareStatement(APPEND)) {
            connection.setAutoCommit(false);
            var ids = new ArrayList<UUID>();
            for (var event : events) {
                var id = UUID.randomUUID();
                insert.setObject(1, id);
                insert.setString(2, aggregateType);
                insert.setObject(3, aggregateId);
                insert.setString(4, EventCatalogue.nameOf(event.getClass()));
                insert.setString(5, JSON.writeValueAsString(event));
                insert.setString(6, JSON.createObjectNode().put("actor", actor).toString());
                insert.setObject(7, aggregateId);
                insert.executeUpdate();
                ids.add(id);
            }
            connection.commit();
            return ids;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("Could not append to %s".formatted(aggregateId), e);
        }
    }
}
