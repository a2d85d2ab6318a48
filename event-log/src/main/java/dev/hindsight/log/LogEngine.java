package dev.hindsight.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;

/** Appends to {@code log.event_entry} and reads one aggregate from it; the database sets index, time, role and salts. */
public final class LogEngine extends JdbcEventStorageEngine {

    private static final int PAGE = 200;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String APPEND = """
            INSERT INTO log.event_entry (event_id, aggregate_type, aggregate_id, sequence, event_type, revision, payload, metadata)
            VALUES (?::uuid, ?, ?::uuid, ?, ?, ?, ?, ?)
            """;
    private static final String READ = """
            SELECT aggregate_type, aggregate_id, sequence, event_id, appended_at, event_type, revision, payload, metadata
              FROM log.event_entry
             WHERE aggregate_id = ?::uuid AND sequence >= ? ORDER BY sequence LIMIT ?
            """;
    private static final String LAST = "SELECT max(sequence) FROM log.event_entry WHERE aggregate_id = ?::uuid";

    private final TransactionManager transactions;
    private final Snapshots snapshots;

    LogEngine(DataSource database, TransactionManager transactions, Serializer events, Snapshots snapshots) {
        super(builder()
                .connectionProvider(database::getConnection)
                .transactionManager(transactions)
                .eventSerializer(events)
                .snapshotSerializer(events)
                .dataType(String.class)
                .schema(columns())
                .batchSize(PAGE)
                .finalAggregateBatchPredicate(page -> page.size() < PAGE)
                .lastSequenceNumberFor((connection, _, aggregate) -> prepare(connection, LAST, aggregate))
                .readEventDataForAggregate(
                        (connection, _, aggregate, first, size) -> prepare(connection, READ, aggregate, first, size)));
        this.transactions = transactions;
        this.snapshots = snapshots;
    }

    private static EventSchema columns() {
        return EventSchema.builder()
                .typeColumn("aggregate_type")
                .aggregateIdentifierColumn("aggregate_id")
                .sequenceNumberColumn("sequence")
                .eventIdentifierColumn("event_id")
                .timestampColumn("appended_at")
                .payloadTypeColumn("event_type")
                .payloadRevisionColumn("revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .build();
    }

    /** One entry goes as a plain update: pgjdbc never prepares a batch of one on the server, and plans it anew each time. */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> entries, Serializer serializer) {
        if (entries.isEmpty()) {
            return;
        }
        transactions.executeInTransaction(() -> {
            try (var connection = getConnection();
                    var insert = connection.prepareStatement(APPEND)) {
                for (var entry : entries) {
                    bind(insert, (DomainEventMessage<?>) entry, serializer);
                    if (entries.size() > 1) {
                        insert.addBatch();
                    }
                }
                if (entries.size() > 1) {
                    insert.executeBatch();
                } else {
                    insert.executeUpdate();
                }
            } catch (SQLException e) {
                throw refused(e, (DomainEventMessage<?>) entries.getFirst());
            }
        });
    }

    /** Says no more than the kind of failure: messages of the driver quote payload and metadata. */
    private static RuntimeException refused(SQLException failure, DomainEventMessage<?> first) {
        var state = String.valueOf(failure.getSQLState());
        var entry = "%s %s, sequence %d"
                .formatted(first.getType(), first.getAggregateIdentifier(), first.getSequenceNumber());
        return state.equals(UNIQUE_VIOLATION)
                ? new ConcurrencyException("Somebody else appended meanwhile to " + entry)
                : new EventStoreException("Cannot append to %s: SQL state %s".formatted(entry, state));
    }

    private static void bind(PreparedStatement insert, DomainEventMessage<?> event, Serializer serializer)
            throws SQLException {
        var payload = event.serializePayload(serializer, String.class);
        insert.setString(1, event.getIdentifier());
        insert.setString(2, event.getType());
        insert.setString(3, event.getAggregateIdentifier());
        insert.setLong(4, event.getSequenceNumber());
        insert.setString(5, payload.getType().getName());
        insert.setString(6, payload.getType().getRevision());
        insert.setString(7, payload.getData());
        insert.setString(8, event.serializeMetaData(serializer, String.class).getData());
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** The time of the database is the time of the message. */
    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Read at once: what turned out to be unreadable later would fail the command. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
        return snapshots.find(UUID.fromString(aggregate));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }
}
