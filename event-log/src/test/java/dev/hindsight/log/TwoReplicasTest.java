package dev.hindsight.log;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.log.counter.CounterDatabase;
import dev.hindsight.log.counter.Replica;
import dev.hindsight.log.counter.Truth;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes on one database: whatever is killed or frozen, each event is handled exactly once. */
class TwoReplicasTest {

    private static final int EVENTS = 10_000;
    private static final String WAITS_FOR_LOCK = """
            SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'counter.counter_value'::regclass AND NOT granted)
            """;

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
    void theOtherTakesOverWhenTheOwnerOfTheProcessorIsKilledInABurst() throws Exception {
        try (var owner = startOwner("B");
                var writer = Replica.start("A", database.url())) {
            var burst = writer.burst(EVENTS, 16);
            awaitHead(EVENTS / 3);
            owner.kill();
            awaitOwner("A");

            assertThat(burst.get()).as("failed commands").isZero();
            awaitEverythingIsExact();
            assertThat(truth.entries()).isEqualTo(EVENTS);
        }
    }

    @Test
    void theOtherTakesOverWhenTheWriterItselfOwnsTheProcessorAndIsKilled() throws Exception {
        try (var writer = startOwner("A");
                var _ = Replica.start("B", database.url())) {
            var burst = writer.burst(EVENTS, 16);
            awaitHead(EVENTS / 3);
            writer.kill();
            awaitOwner("B");

            assertThat(burst).failsWithin(10, SECONDS);
            awaitEverythingIsExact();
            assertThat(truth.entries()).isBetween(EVENTS / 3L, EVENTS - 1L);
        }
    }

    @Test
    void aFrozenOwnerStopsNobodyAndSpoilsNothingWhenItThaws() throws Exception {
        try (var owner = startOwner("B");
                var writer = Replica.start("A", database.url())) {
            var burst = writer.burst(EVENTS, 16);
            awaitHead(EVENTS / 3);
            freezeWithinABatch(owner);
            awaitOwner("A");
            assertThat(burst.get()).as("failed commands").isZero();
            awaitEverythingIsExact();
            owner.thaw();
            writer.burst(1_000, 4).get();

            awaitEverythingIsExact();
            assertThat(truth.entries()).isEqualTo(EVENTS + 1_000);
        }
    }

    /** The transactions of the frozen one are ended by the database; what it had not committed, its callers hear of. */
    @Test
    void aReplicaThatWritesNumbersAndOwnsTheProcessorFreezesAsAWholeAndThawsIntoAWorldThatWentOn() throws Exception {
        try (var frozen = startOwner("A");
                var other = Replica.start("B", database.url())) {
            var burst = frozen.burst(EVENTS, 16);
            awaitHead(EVENTS / 3);
            freezeWithinABatch(frozen);
            awaitOwner("B");
            assertThat(other.burst(1_000, 4).get()).as("failed commands").isZero();
            awaitEverythingIsExact();
            assertThat(truth.entries()).isBetween(EVENTS / 3L + 1_000, EVENTS + 999L);

            frozen.thaw();
            int failed = burst.get();
            assertThat(frozen.burst(1_000, 4).get()).as("failed commands").isZero();

            awaitEverythingIsExact();
            assertThat(failed).as("commands caught by the frost").isLessThan(EVENTS / 10);
            assertThat(truth.entries()).isEqualTo(EVENTS - failed + 2_000);
        }
    }

    private Replica startOwner(String node) throws IOException {
        var replica = Replica.start(node, database.url());
        awaitOwner(node);
        return replica;
    }

    /** Stops the owner between the first and the last word of a transaction in which it handles events. */
    private void freezeWithinABatch(Replica owner) throws Exception {
        try (var lock = database.superuser().open()) {
            lock.begin();
            lock.execute("LOCK counter.counter_value IN SHARE MODE");
            await().until(() ->
                    lock.createQuery(WAITS_FOR_LOCK).mapTo(boolean.class).one());
            owner.freeze();
            lock.rollback();
        }
    }

    private void awaitHead(long position) {
        await().atMost(60, SECONDS).until(() -> truth.head() >= position);
    }

    private void awaitOwner(String node) {
        await().atMost(60, SECONDS).until(() -> truth.owner().equals(node));
    }

    private void awaitEverythingIsExact() {
        await().atMost(60, SECONDS).until(truth::projectionIsExact);
        assertThat(truth.outOfOrder()).isZero();
        assertThat(truth.effectsBeforeTheirCause()).isZero();
    }
}
