package dev.hindsight.benchmarks.log;

import dev.hindsight.benchmarks.Clients;
import dev.hindsight.benchmarks.Clients.Client;
import dev.hindsight.benchmarks.Figure;
import dev.hindsight.benchmarks.Figures;
import dev.hindsight.benchmarks.Pgbench;
import dev.hindsight.contracts.incident.IncidentEvent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;

/**
 * Appends per second through the event store beside pgbench with the same rows, and at the largest number of writers each
 * step between the two, so that it shows where the time goes.
 */
final class AppendRates {

    private static final List<Integer> WRITERS = List.of(1, 4, 16);
    private static final int MOST = 16;

    private static final String STORE = "event store";
    private static final String SAME = "pgbench, same statement";
    private static final String PLAIN = "pgbench, plain insert";
    private static final String IN_TRANSACTION = "pgbench, begin + same statement + commit";
    private static final String JDBC = "JDBC, same statement";
    private static final String JDBC_IN_TRANSACTION = "JDBC, begin + same statement + commit";
    private static final String JTA = "JDBC, pool and JTA transaction";

    private static final String VALUES =
            " (event_id, aggregate_type, aggregate_id, sequence, event_type, revision, payload, metadata) VALUES ";
    private static final String APPEND = "INSERT INTO log.event_entry" + VALUES
            + "(gen_random_uuid(), 'incident', gen_random_uuid(), 0, :type, NULL, :payload, :metadata);\n";
    private static final String APPEND_PLAIN = APPEND.replace("log.event_entry", "benchmark.plain_entry");
    private static final String APPEND_BY_JDBC =
            "INSERT INTO log.event_entry" + VALUES + "(?::uuid, ?, ?::uuid, ?, ?, ?, ?, ?)";

    private final LogDatabase database;
    private final Figures figures;
    private final Duration time;
    private final int rounds;
    private final Pgbench pgbench;

    AppendRates(LogDatabase database, Figures figures, Duration time, int rounds) {
        this.database = database;
        this.figures = figures;
        this.time = time;
        this.rounds = rounds;
        pgbench = pgbench(database.port(), LogDatabase.PASSWORD);
    }

    /** pgbench as the service's role, with the values of a sample event as parameters. */
    static Pgbench pgbench(int port, String password) {
        var event = SampleEvents.single().getPayload();
        return new Pgbench(
                port,
                LogDatabase.LOGIN,
                password,
                Map.of(
                        "type", SampleEvents.typeOf(event),
                        "payload", SampleEvents.payload(event),
                        "metadata", SampleEvents.metadata()));
    }

    static String appendScript() {
        return APPEND;
    }

    void measure() throws SQLException {
        database.execute("""
                CREATE TABLE benchmark.plain_entry (LIKE log.event_entry INCLUDING ALL);
                GRANT INSERT ON benchmark.plain_entry TO incident_service;
                """);
        countPerAppend();
        try (var client = LogClient.appending(database.url())) {
            figures.say("warming up");
            Clients.perSecond(4, Duration.ofSeconds(5), () -> store(client));
            for (var writers : WRITERS) {
                compare(writers, variants(client, writers));
            }
        }
    }

    /** In the order of measuring: what is compared stands next to each other. */
    private Map<String, IntToDoubleFunction> variants(LogClient client, int writers) {
        var variants = new LinkedHashMap<String, IntToDoubleFunction>();
        variants.put(PLAIN, n -> pgbench.perSecond(n, time, APPEND_PLAIN));
        variants.put(SAME, n -> pgbench.perSecond(n, time, APPEND));
        variants.put(STORE, n -> Clients.perSecond(n, time, () -> store(client)));
        if (writers == MOST) {
            variants.put(IN_TRANSACTION, n -> pgbench.perSecond(n, time, "BEGIN;\n" + APPEND + "COMMIT;\n"));
            variants.put(JDBC, n -> Clients.perSecond(n, time, () -> new JdbcClient(true)));
            variants.put(JDBC_IN_TRANSACTION, n -> Clients.perSecond(n, time, () -> new JdbcClient(false)));
            variants.put(JTA, n -> Clients.perSecond(n, time, pooled(client)));
        }
        return variants;
    }

    /** Round by round, so that a busy moment of the machine hits all variants; the median of the rounds counts. */
    private void compare(int writers, Map<String, IntToDoubleFunction> variants) {
        var rates = new LinkedHashMap<String, List<Double>>();
        for (int round = 1; round <= rounds; round++) {
            for (var variant : variants.entrySet()) {
                figures.say(
                        "appends, %d writers, round %d of %d: %s".formatted(writers, round, rounds, variant.getKey()));
                database.execute("CHECKPOINT");
                rates.computeIfAbsent(variant.getKey(), _ -> new ArrayList<>())
                        .add(variant.getValue().applyAsDouble(writers));
            }
        }
        var section = "Appends per second, %d writer%s, numbering running".formatted(writers, writers == 1 ? "" : "s");
        var same = Figure.of(section, SAME, median(rates, SAME), "per s");
        rates.keySet().forEach(name -> {
            var figure = Figure.of(section, name, median(rates, name), "per s");
            if (name.equals(SAME)) {
                figures.add(same);
            } else if (name.equals(STORE) && writers == MOST) {
                figures.add(figure.comparedWith(same).atLeast(0.7));
            } else {
                figures.add(figure.comparedWith(same));
            }
        });
    }

    /** On another start of the server, which counts statements; the rates are measured without that. */
    private void countPerAppend() throws SQLException {
        figures.say("counting statements and flushes to disk per append");
        var section =
                "Per append, 1 writer, numbering included (fsync %s, synchronous_commit %s, full_page_writes %s, wal_sync_method %s)"
                        .formatted(
                                database.text("SHOW fsync"),
                                database.text("SHOW synchronous_commit"),
                                database.text("SHOW full_page_writes"),
                                database.text("SHOW wal_sync_method"));
        var count = new PerAppend(database);
        count.begin();
        count.measure(section, PLAIN, n -> pgbench.times(n, APPEND_PLAIN)).forEach(figures::add);
        count.measure(section, SAME, n -> withNumbering(_ -> pgbench.times(n, APPEND)))
                .forEach(figures::add);
        count.measure(
                        section,
                        STORE,
                        n -> withNumbering(client -> {
                            for (int i = 0; i < n; i++) {
                                client.append(SampleEvents.single());
                            }
                        }))
                .forEach(figures::add);
        count.end();
    }

    /** Nothing is prepared: pg_stat_statements of PostgreSQL 18.6 counts a prepared COMMIT only once. */
    private void withNumbering(Consumer<LogClient> work) {
        try (var client = LogClient.appending(database.url() + "?prepareThreshold=0")) {
            work.accept(client);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Client store(LogClient client) {
        return () -> client.append(SampleEvents.single());
    }

    private static Callable<Client> pooled(LogClient client) {
        return () -> () -> client.pool().inTransaction(() -> {
            try (var connection = client.pool().database().getConnection();
                    var insert = connection.prepareStatement(APPEND_BY_JDBC)) {
                insert(insert);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void insert(PreparedStatement insert) throws SQLException {
        var message = SampleEvents.single();
        IncidentEvent event = message.getPayload();
        insert.setString(1, UUID.randomUUID().toString());
        insert.setString(2, SampleEvents.AGGREGATE_TYPE);
        insert.setString(3, message.getAggregateIdentifier());
        insert.setLong(4, 0);
        insert.setString(5, SampleEvents.typeOf(event));
        insert.setString(6, null);
        insert.setString(7, SampleEvents.payload(event));
        insert.setString(8, SampleEvents.metadata());
        insert.executeUpdate();
    }

    private static double median(Map<String, List<Double>> rates, String name) {
        var sorted = rates.getOrDefault(name, List.of()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** One connection without a pool. */
    private final class JdbcClient implements Client {

        private final Connection connection;
        private final PreparedStatement insert;

        JdbcClient(boolean autocommit) throws SQLException {
            connection = DriverManager.getConnection(database.url(), LogDatabase.LOGIN, LogDatabase.PASSWORD);
            connection.setAutoCommit(autocommit);
            insert = connection.prepareStatement(APPEND_BY_JDBC);
        }

        @Override
        public void once() throws SQLException {
            insert(insert);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
