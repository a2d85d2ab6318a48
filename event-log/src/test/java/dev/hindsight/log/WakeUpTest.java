package dev.hindsight.log;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.log.counter.CounterCommand.StartCounter;
import dev.hindsight.log.counter.CounterDatabase;
import dev.hindsight.log.counter.CounterService;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cut, killed or frozen helpers of the log cost time, never an entry. */
class WakeUpTest {

    private static final String INSERT = """
            INSERT INTO log.event_entry (event_id, aggregate_type, aggregate_id, sequence, event_type, payload, metadata)
            VALUES (gen_random_uuid(), 'counter', ?, 0, 'counter-started', ?, '{}')
            """;
    private static final String CUT_LISTENERS = """
            SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity
             WHERE usename = 'counter_service' AND query LIKE 'LISTEN%'
            """;

    private CounterDatabase database;
    private CounterService service;

    @BeforeEach
    void start() throws Exception {
        database = new CounterDatabase();
        service = new CounterService(database.url(), "A");
    }

    @AfterEach
    void stop() {
        service.close();
        database.close();
    }

    @Test
    void aCutListenConnectionIsMadeAnewAndNothingIsMissed() {
        service.start();
        for (int cut = 0; cut < 5; cut++) {
            await().atMost(10, SECONDS).until(() -> cutListeners() > 0);
            var counters =
                    IntStream.range(0, 20).mapToObj(_ -> UUID.randomUUID()).toList();
            counters.forEach(id -> service.send(new StartCounter(id)));

            await().atMost(10, SECONDS).until(() -> service.values().of(counters.getLast()) == 0);
        }
        assertThat(database.truth().projectionIsExact()).isTrue();
    }

    @Test
    void anEntryWhoseNotificationsAreAllLostIsFoundByLooking() {
        var id = UUID.randomUUID();
        database.superuser()
                .useHandle(db -> db.execute(
                        "CREATE OR REPLACE FUNCTION log.number_pending() RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS $$ "
                                + body().replace("PERFORM pg_notify", "-- PERFORM pg_notify") + " $$"));

        service.start();
        service.send(new StartCounter(id));

        await().atMost(10, SECONDS).until(() -> service.values().of(id) == 0);
    }

    @Test
    void aPassKilledBetweenNumberingAndNotifyingIsAsIfItHadNotBeen() {
        try (var pass = database.service().open()) {
            int process =
                    pass.createQuery("SELECT pg_backend_pid()").mapTo(int.class).one();
            var id = appendAndNumber(pass);
            service.start();
            var next = UUID.randomUUID();
            service.send(new StartCounter(next));
            assertThat(database.truth().head()).isZero();

            database.superuser().useHandle(db -> db.execute("SELECT pg_terminate_backend(?)", process));

            awaitBothHandled(id, next);
        }
    }

    /** The sequencer calls one function in one statement; this pass is opened by hand, so that it can stop half-way. */
    @ParameterizedTest
    @ValueSource(strings = {"transaction_timeout", "idle_in_transaction_session_timeout"})
    void aPassFrozenHalfWayIsEndedByTheDatabase(String timeout) {
        var frozen = database.service().open();
        for (var setting : List.of("transaction_timeout", "idle_in_transaction_session_timeout")) {
            frozen.execute("SET " + setting + " = " + (setting.equals(timeout) ? "'3s'" : "0"));
        }
        var id = appendAndNumber(frozen);
        service.start();
        var next = UUID.randomUUID();
        service.send(new StartCounter(next));

        awaitBothHandled(id, next);
    }

    /** Begins a pass that numbers an entry, and does not end it. */
    private UUID appendAndNumber(Handle pass) {
        var id = UUID.randomUUID();
        database.service().useHandle(db -> db.execute(INSERT, id, "{\"counterId\":\"%s\"}".formatted(id)));
        pass.execute("BEGIN");
        assertThat(pass.createQuery("SELECT log.number_pending()")
                        .mapTo(int.class)
                        .one())
                .isEqualTo(1);
        return id;
    }

    private void awaitBothHandled(UUID first, UUID second) {
        await().atMost(20, SECONDS)
                .until(() -> service.values().of(first) == 0 && service.values().of(second) == 0);
        assertThat(database.truth().projectionIsExact()).isTrue();
        assertThat(database.truth().entries()).isEqualTo(2);
    }

    private int cutListeners() {
        return database.superuser()
                .withHandle(db -> db.createQuery(CUT_LISTENERS).mapTo(int.class).one());
    }

    private String body() {
        return database.superuser()
                .withHandle(db -> db.createQuery(
                                "SELECT prosrc FROM pg_proc WHERE oid = 'log.number_pending()'::regprocedure")
                        .mapTo(String.class)
                        .one());
    }
}
