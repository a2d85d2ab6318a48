package dev.hindsight.log;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.log.counter.CounterDatabase;
import dev.hindsight.log.counter.CounterValues;
import dev.hindsight.log.counter.Replica;
import dev.hindsight.log.counter.Truth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rebuild belongs to no process: whichever is killed, it goes on from where it was and ends exactly. */
class RebuildInReplicasTest {

    private static final int EVENTS = 5_000;
    private static final String NEXT = "counter-values-next";
    /** As long as there is a row that says so. */
    private static final String SLOW = """
            CREATE TABLE public.slowly AS SELECT true AS yes;
            GRANT SELECT ON public.slowly TO PUBLIC;
            CREATE FUNCTION public.slow() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_sleep(0.5) FROM public.slowly;
                RETURN NULL;
            END $$;
            CREATE TRIGGER slow AFTER INSERT ON counter.counter_value_next
                FOR EACH STATEMENT EXECUTE FUNCTION public.slow();
            """;

    private static final String POSITION =
            "SELECT log.token_position(token) FROM counter.token_entry WHERE processor_name = ?";

    private CounterDatabase database;
    private Truth truth;

    @BeforeEach
    void start() {
        database = new CounterDatabase();
        truth = database.truth();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void theOtherGoesOnWhenTheOneThatRebuildsIsKilled() throws Exception {
        try (var killed = Replica.start("A", database.url())) {
            assertThat(killed.burst(EVENTS, 4).get()).as("failed commands").isZero();
            startSlowly();
            awaitHalfway("A");
            try (var other = Replica.start("B", database.url())) {
                killed.kill();
                long reached = position();

                await().atMost(30, SECONDS).until(() -> truth.owner(NEXT).equals("B"));
                assertThat(position()).isGreaterThanOrEqualTo(reached);
                assertThat(other.burst(500, 4).get()).as("failed commands").isZero();
                awaitRebuilt();
            }
        }
    }

    @Test
    void goesOnFromWhereItWasWhenTheServiceIsKilledAndStartedAgain() throws Exception {
        try (var killed = Replica.start("A", database.url())) {
            assertThat(killed.burst(EVENTS, 4).get()).as("failed commands").isZero();
            startSlowly();
            awaitHalfway("A");
            killed.kill();
        }
        long reached = position();
        assertThat(truth.wrongRows()).as("the live table").isEmpty();

        try (var again = Replica.start("B", database.url())) {
            await().atMost(30, SECONDS).until(() -> truth.owner(NEXT).equals("B"));
            assertThat(position()).isGreaterThanOrEqualTo(reached);
            assertThat(again.burst(500, 4).get()).as("failed commands").isZero();
            awaitRebuilt();
        }
    }

    /** Frozen within a batch, its transaction is ended by the database and its claim passes on. */
    @Test
    void aFrozenReplicaSpoilsNothingWhenItThawsAfterTheSwitch() throws Exception {
        try (var frozen = Replica.start("A", database.url())) {
            assertThat(frozen.burst(EVENTS, 4).get()).as("failed commands").isZero();
            startSlowly();
            awaitHalfway("A");
            frozen.freeze();
            try (var other = Replica.start("B", database.url())) {
                awaitRebuilt();
                frozen.thaw();
                assertThat(frozen.burst(500, 4).get()).as("failed commands").isZero();
                assertThat(other.burst(500, 4).get()).as("failed commands").isZero();
                await().atMost(60, SECONDS).until(truth::projectionIsExact);
                assertThat(truth.owner(NEXT)).isEqualTo("nobody");
            }
        }
    }

    private void startSlowly() {
        await().atMost(60, SECONDS).until(truth::projectionIsExact);
        database.superuser().useHandle(db -> db.createScript(SLOW).execute());
        long head = truth.head();
        database.service()
                .useHandle(db -> db.execute("SELECT counter.start_rebuild(?, 'admin', ?)", CounterValues.NAME, head));
    }

    private void awaitHalfway(String node) {
        await().atMost(60, SECONDS).until(() -> position() >= EVENTS / 5);
        assertThat(truth.owner(NEXT)).isEqualTo(node);
        assertThat(position()).isLessThan(EVENTS);
    }

    /** At its own pace, now that it was disturbed in the middle. */
    private void awaitRebuilt() {
        database.superuser().useHandle(db -> db.execute("DELETE FROM public.slowly"));
        await().atMost(60, SECONDS).until(() -> outcome().equals("COMPLETED"));
        await().atMost(60, SECONDS).until(truth::projectionIsExact);
    }

    private long position() {
        return database.superuser()
                .withHandle(db ->
                        db.createQuery(POSITION).bind(0, NEXT).mapTo(long.class).one());
    }

    private String outcome() {
        return database.superuser()
                .withHandle(db -> db.createQuery("SELECT outcome FROM counter.projection")
                        .mapTo(String.class)
                        .one());
    }
}
