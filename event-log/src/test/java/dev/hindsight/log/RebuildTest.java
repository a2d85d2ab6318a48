package dev.hindsight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.log.counter.CounterCommand.IncreaseCounter;
import dev.hindsight.log.counter.CounterValues;
import dev.hindsight.log.counter.Gate;
import dev.hindsight.log.counter.StartedCounters;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A projection is built anew beside the one that is read, and takes its place without a gap. */
class RebuildTest {

    private static final String NAME = CounterValues.NAME;
    private static final String DAMAGE = "UPDATE counter.counter_value SET increases = 1000";
    private static final String SUM =
            "SELECT count(*) AS counters, coalesce(sum(increases), 0) AS increases FROM counter.counter_value";
    private static final int WRITERS = 4;

    private record Sum(long counters, long increases) {}

    private StartedCounters counters;

    @BeforeEach
    void start() throws Exception {
        counters = new StartedCounters();
    }

    @AfterEach
    void stop() {
        counters.close();
    }

    @Test
    void aDamagedProjectionIsRightAgain() {
        counters.database().superuser().useHandle(db -> db.execute(DAMAGE));

        assertThat(counters.log().rebuild(NAME, "admin")).isTrue();

        counters.awaitOutcome(Rebuild.State.COMPLETED);
        assertThat(counters.truth().wrongRows()).isEmpty();
        assertThat(counters.state())
                .returns(false, ProjectionState::failing)
                .returns(40L, ProjectionState::position)
                .returns(0L, ProjectionState::lag);
        assertThat(counters.rebuild())
                .returns("admin", Rebuild::requestedBy)
                .returns(40L, Rebuild::target)
                .returns(40L, Rebuild::position)
                .returns(100, Rebuild::percent)
                .satisfies(it -> assertThat(it.endedAt()).isAfter(it.requestedAt()));
    }

    /** The sums show each event that is missing or twice. */
    @Test
    void isExactUnderLoadAndReadersNeverSeeLessThanBefore() throws Exception {
        var ended = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(WRITERS + 2)) {
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> threads.submit(() -> increase(writer, ended)))
                    .toList();
            var readers = List.of(
                    threads.submit(
                            () -> readOn(ended, counters.database().service().open())),
                    threads.submit(() -> readOn(ended, counters.service().jdbi().open())));
            try {
                for (int i = 0; i < 3; i++) {
                    assertThat(counters.log().rebuild(NAME, "admin")).isTrue();
                    counters.awaitOutcome(Rebuild.State.COMPLETED);
                }
            } finally {
                ended.set(true);
            }
            assertThat(sumOf(writers)).as("commands in the meantime").isPositive();
            assertThat(sumOf(readers)).as("reads in the meantime").isPositive();
        }
        counters.awaitExact();
    }

    /** A live processor that lags behind is moved on, not the readers back. */
    @Test
    void theLiveProcessorGoesOnWhereTheNewTablesEnd() {
        counters.service().values().breakAt(counters.first());
        counters.increase(counters.first(), 1);
        await().until(() -> counters.log().progress().getFirst().failing());

        counters.log().rebuild(NAME, "admin");

        counters.awaitOutcome(Rebuild.State.COMPLETED);
        counters.awaitExact();
        counters.increase(counters.last(), 1);
        counters.awaitExact();
        assertThat(counters.state()).returns(false, ProjectionState::failing);
    }

    /** Otherwise what it has in hand would be counted twice, and its token would go back. */
    @Test
    void aBatchOfTheLiveProcessorThatTheSwitchOvertakesIsUndone() throws Exception {
        try (var gate = new Gate()) {
            counters.service().values().waitFor(gate);
            counters.increase(counters.first(), 1);
            assertThat(gate.awaitSomebody()).isTrue();
            counters.log().rebuild(NAME, "admin");
            counters.awaitOutcome(Rebuild.State.COMPLETED);
        }
        counters.increase(counters.first(), 2);

        counters.awaitExact();
        assertThat(counters.state()).returns(42L, ProjectionState::position);
    }

    @Test
    void whoReadsForLongIsNotCutOffAndTheSwitchWaits() {
        try (var reader = counters.database().service().open()) {
            reader.begin();
            var before = sum(reader);
            counters.log().rebuild(NAME, "admin");
            await().until(() -> counters.rebuild().percent() == 100);
            counters.increase(counters.first(), 1);

            assertThat(sum(reader).counters()).isEqualTo(before.counters());
            assertThat(counters.rebuild()).returns(Rebuild.State.RUNNING, Rebuild::state);
            reader.commit();
        }
        counters.awaitOutcome(Rebuild.State.COMPLETED);
        counters.awaitExact();
    }

    @Test
    void indexesKeepTheirNames() {
        counters.database().migrator().useHandle(db -> {
            db.execute("CREATE INDEX most ON counter.counter_value (increases)");
            db.execute("CREATE INDEX most_next ON counter.counter_value_next (increases)");
        });
        var before = indexes();

        counters.log().rebuild(NAME, "admin");
        counters.awaitOutcome(Rebuild.State.COMPLETED);

        assertThat(indexes()).isEqualTo(before).hasSize(4);
    }

    private int increase(int writer, AtomicBoolean ended) {
        int step = 1;
        for (; !ended.get(); step++) {
            var command = new IncreaseCounter(
                    counters.get((writer + step) % StartedCounters.COUNTERS), "writer " + writer, step, Instant.EPOCH);
            counters.service().sendUntilAccepted(command);
        }
        return step;
    }

    private static int readOn(AtomicBoolean ended, Handle reader) {
        try (reader) {
            var last = new Sum(0, 0);
            int reads = 0;
            for (; !ended.get(); reads++) {
                var now = sum(reader);
                assertThat(now.counters()).isEqualTo(StartedCounters.COUNTERS);
                assertThat(now.increases()).isGreaterThanOrEqualTo(last.increases());
                last = now;
            }
            return reads;
        }
    }

    private static Sum sum(Handle reader) {
        return reader.createQuery(SUM)
                .map((row, _) -> new Sum(row.getLong("counters"), row.getLong("increases")))
                .one();
    }

    private static int sumOf(List<Future<Integer>> works) throws InterruptedException, ExecutionException {
        int sum = 0;
        for (var work : works) {
            sum += work.get();
        }
        return sum;
    }

    private List<String> indexes() {
        return counters.database()
                .superuser()
                .withHandle(db -> db.createQuery("SELECT tablename || ' ' || indexdef FROM pg_indexes"
                                + " WHERE schemaname = 'counter' AND tablename LIKE 'counter_value%' ORDER BY 1")
                        .mapTo(String.class)
                        .list());
    }
}
