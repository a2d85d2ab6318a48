package dev.hindsight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** A log restored into another cluster, whose transaction ids are far behind, goes on as if nothing had happened. */
class DumpAndRestoreTest {

    private static final int NUMBERED = 40;
    private static final int PENDING = 7;
    private static final List<String> TABLES =
            List.of("log.event_entry", "log.log_position", "log.log_pending", "counter.token_entry");
    private static final String IDENTITY = "pg_get_serial_sequence('log.event_entry', 'global_index')";
    private static final String BURN_TRANSACTION_IDS = """
            DO $$ BEGIN
                FOR i IN 1..20000 LOOP
                    PERFORM pg_current_xact_id();
                    COMMIT;
                END LOOP;
            END $$
            """;

    private record Dump(Map<String, byte[]> tables, long identity) {}

    private final UUID counter = UUID.randomUUID();

    @Test
    void numberingGoesOnInAnotherCluster() throws Exception {
        try (var original = new RawLog();
                var restored = new RawLog()) {
            original.append(counter, 0, NUMBERED);
            assertThat(original.number()).isEqualTo(NUMBERED);
            leaveAGap(original);
            original.append(counter, NUMBERED, PENDING);
            original.superuser().useHandle(db -> db.execute(BURN_TRANSACTION_IDS));
            var before = original.reader().after(0).events();

            restore(restored, dump(original));

            assertThat(transactionId(restored)).isLessThan(transactionId(original) - 10_000);
            assertThat(ids(restored.reader().after(0).events())).isEqualTo(ids(before));
            assertThat(restored.number())
                    .as("entries that waited when the dump was taken")
                    .isEqualTo(PENDING);
            restored.append(counter, NUMBERED + PENDING, 3);
            assertThat(restored.number()).isEqualTo(3);

            var history = restored.reader().history(counter);
            assertThat(history)
                    .extracting(LogEntry::position)
                    .isEqualTo(LongStream.rangeClosed(1, NUMBERED + PENDING + 3)
                            .boxed()
                            .toList());
            assertThat(history).extracting(LogEntry::sequence).isSorted();
            assertThat(history).extracting(LogEntry::sequencedAt).isSorted();
            assertThatThrownBy(() -> restored.superuser().useHandle(db -> db.execute("DELETE FROM log.event_entry")))
                    .rootCause()
                    .hasMessageContaining("append-only");
            assertThat(ids(original.reader().after(0).events()))
                    .as("the dump changed nothing")
                    .isEqualTo(ids(before));
        }
    }

    /** A rolled-back append leaves a hole among the indexes, and none among the positions. */
    private void leaveAGap(RawLog log) {
        assertThatThrownBy(() -> log.append(counter, 0, 1))
                .hasMessageContaining("event_entry_aggregate_id_sequence_key");
    }

    private static Dump dump(RawLog log) throws SQLException, IOException {
        try (var connection = log.database().postgres().superuser()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            var tables = new LinkedHashMap<String, byte[]>();
            for (var table : TABLES) {
                var rows = new ByteArrayOutputStream();
                copies(connection).copyOut("COPY %s TO STDOUT".formatted(table), rows);
                tables.put(table, rows.toByteArray());
            }
            var identity = log.superuser()
                    .withHandle(db -> db.createQuery("SELECT pg_sequence_last_value(%s)".formatted(IDENTITY))
                            .mapTo(long.class)
                            .one());
            return new Dump(tables, identity);
        }
    }

    /** As pg_restore does it: rows first, triggers after them. */
    private static void restore(RawLog log, Dump dump) throws SQLException, IOException {
        try (var connection = log.database().postgres().superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("DELETE FROM counter.token_entry");
            statement.execute("ALTER TABLE log.event_entry DISABLE TRIGGER add_pending");
            for (var table : dump.tables().entrySet()) {
                copies(connection)
                        .copyIn(
                                "COPY %s FROM STDIN".formatted(table.getKey()),
                                new ByteArrayInputStream(table.getValue()));
            }
            statement.execute("ALTER TABLE log.event_entry ENABLE ALWAYS TRIGGER add_pending");
            statement.execute("SELECT setval(%s, %d)".formatted(IDENTITY, dump.identity()));
            connection.commit();
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static List<String> ids(List<? extends Message<?>> events) {
        return events.stream().map(Message::getIdentifier).toList();
    }

    private static long transactionId(RawLog log) {
        return log.superuser()
                .withHandle(db -> db.createQuery("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                        .mapTo(long.class)
                        .one());
    }
}
