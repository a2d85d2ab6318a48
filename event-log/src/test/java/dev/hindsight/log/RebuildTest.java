package dev.hindsight.log;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hindsight.log.counter.CounterCommand.IncreaseCounter;
import dev.hindsight.log.counter.CounterCommand.StartCounter;
import dev.hindsight.log.counter.CounterDatabase;
import dev.hindsight.log.counter.CounterService;
import dev.hindsight.log.counter.CounterValues;
import dev.hindsight.log.counter.Gate;
import dev.hindsight.log.counter.Truth;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A projection is built anew beside the one that is read, and takes its place without a gap. */
class RebuildTest {

    private static final String NAME = CounterValues.NAME;
    private static final String NEXT = "counter-values-next";
    private static final String DAMAGE = "UPDATE counter.counter_value SET increases = 1000";
    private static final String SUM =
            "SELECT count(*) AS counters, coalesce(sum(increases), 0) AS increases" + " FROM counter.counter_value";
    private static final int COUNTERS = 20;
    private static final int WRITERS = 4;

    private record Sum(long counters, long increases) {}

    private final List<UUID> counters =
            Stream.generate(UUID::randomUUID).limit(COUNTERS).toList();
    private CounterDatabase database;
    private CounterService service;
    private Truth truth;

    @BeforeEach
    void start() throws Exception {
        database = new CounterDatabase();
        truth = database.truth();
        service = new CounterService(database.url(), "A");
        service.start();
        counters.forEach(counter -> service.send(new StartCounter(counter)));
        counters.forEach(counter -> service.send(new IncreaseCounter(counter, "w", 0, Instant.EPOCH)));
        awaitExact();
    }

    @AfterEach
    void stop() {
        service.close();
        database.close();
    }

    @Test
    void aDamagedProjectionIsRightAgain() {
        database.superuser().useHandle(db -> db.execute(DAMAGE));

        assertThat(service.log().rebuild(NAME, "admin")).isTrue();

        awaitOutcome(Rebuild.State.COMPLETED);
        assertThat(truth.wrongRows()).isEmpty();
        assertThat(state())
                .returns(false, ProjectionState::failing)
                .returns(40L, ProjectionState::position)
                .returns(0L, ProjectionState::lag);
        assertThat(rebuild())
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
                    threads.submit(() -> readOn(ended, database.service().open())),
                    threads.submit(() -> readOn(ended, service.jdbi().open())));
            try {
                for (int i = 0; i < 3; i++) {
                    assertThat(service.log().rebuild(NAME, "admin")).isTrue();
                    awaitOutcome(Rebuild.State.COMPLETED);
                }
            } finally {
                ended.set(true);
            }
            assertThat(sumOf(writers)).as("commands in the meantime").isPositive();
            assertThat(sumOf(readers)).as("reads in the meantime").isPositive();
        }
        awaitExact();
    }

    /** A live processor that lags behind is moved on, not the readers back. */
    @Test
    void theLiveProcessorGoesOnWhereTheNewTablesEnd() {
        service.values().breakAt(counters.getFirst());
        service.send(new IncreaseCounter(counters.getFirst(), "w", 1, Instant.EPOCH));
        await().until(() -> service.log().progress().getFirst().failing());

        service.log().rebuild(NAME, "admin");

        awaitOutcome(Rebuild.State.COMPLETED);
        awaitExact();
        service.send(new IncreaseCounter(counters.getLast(), "w", 1, Instant.EPOCH));
        awaitExact();
        assertThat(state()).returns(false, ProjectionState::failing);
    }

    @Test
    void aRebuildThatFailsShowsItAndTheLiveProjectionGoesOn() {
        service.breakRebuildsAt(counters.get(5));
        service.log().rebuild(NAME, "admin");
        await().atMost(20, SECONDS).until(() -> rebuild().failing());

        service.send(new IncreaseCounter(counters.getLast(), "w", 1, Instant.EPOCH));

        awaitExact();
        assertThat(state()).returns(false, ProjectionState::failing);
        assertThat(rebuild())
                .returns(Rebuild.State.RUNNING, Rebuild::state)
                .satisfies(it -> assertThat(it.error())
                        .contains("counter-started", "IllegalStateException")
                        .doesNotContain("secret"));

        service.breakRebuildsAt(null);
        service.log().cancelRebuild(NAME);
        service.log().rebuild(NAME, "admin");

        awaitOutcome(Rebuild.State.COMPLETED);
        assertThat(truth.wrongRows()).isEmpty();
    }

    @Test
    void aSecondOneIsRefusedWhileOneRuns() {
        try (var gate = new Gate()) {
            service.holdRebuilds(gate);
            service.log().rebuild(NAME, "first");

            assertThat(service.log().rebuild(NAME, "second")).isFalse();
            assertThat(rebuild()).returns("first", Rebuild::requestedBy).returns(0, Rebuild::percent);
        }

        awaitOutcome(Rebuild.State.COMPLETED);
        assertThat(service.log().rebuild(NAME, "second")).isTrue();
    }

    @Test
    void aCancelledOneChangesNothingAndAnotherMayStart() {
        try (var gate = new Gate()) {
            service.holdRebuilds(gate);
            service.log().rebuild(NAME, "first");
            await().until(() -> truth.owner(NEXT).equals("A"));
            assertThat(service.log().cancelRebuild(NAME)).isTrue();
        }

        assertThat(rebuild()).returns(Rebuild.State.CANCELLED, Rebuild::state);
        assertThat(service.log().cancelRebuild(NAME)).as("none runs").isFalse();
        assertThat(truth.wrongRows()).isEmpty();

        service.log().rebuild(NAME, "second");
        awaitOutcome(Rebuild.State.COMPLETED);
        assertThat(truth.wrongRows()).isEmpty();
    }

    /** Its batch is under way when its claim is taken away. */
    @Test
    void aCancelledOneWritesNothingAnyMore() throws Exception {
        try (var gate = new Gate()) {
            service.holdRebuilds(gate);
            service.log().rebuild(NAME, "admin");
            assertThat(gate.awaitSomebody()).isTrue();
            assertThat(service.log().cancelRebuild(NAME)).isTrue();
        }

        await().during(2, SECONDS).atMost(10, SECONDS).until(() -> count("counter.counter_value_next") == 0);
        assertThat(truth.owner(NEXT)).isEqualTo("nobody");
        assertThat(truth.wrongRows()).isEmpty();
    }

    /** Otherwise what it has in hand would be counted twice, and its token would go back. */
    @Test
    void aBatchOfTheLiveProcessorThatTheSwitchOvertakesIsUndone() throws Exception {
        try (var gate = new Gate()) {
            service.values().waitFor(gate);
            service.send(new IncreaseCounter(counters.getFirst(), "w", 1, Instant.EPOCH));
            assertThat(gate.awaitSomebody()).isTrue();
            service.log().rebuild(NAME, "admin");
            awaitOutcome(Rebuild.State.COMPLETED);
        }
        service.send(new IncreaseCounter(counters.getFirst(), "w", 2, Instant.EPOCH));

        awaitExact();
        assertThat(state()).returns(42L, ProjectionState::position);
    }

    @Test
    void whoReadsForLongIsNotCutOffAndTheSwitchWaits() {
        try (var reader = database.service().open()) {
            reader.begin();
            var before = sum(reader);
            service.log().rebuild(NAME, "admin");
            await().until(() -> rebuild().percent() == 100);
            service.send(new IncreaseCounter(counters.getFirst(), "w", 1, Instant.EPOCH));

            assertThat(sum(reader).counters()).isEqualTo(before.counters());
            assertThat(rebuild()).returns(Rebuild.State.RUNNING, Rebuild::state);
            reader.commit();
        }
        awaitOutcome(Rebuild.State.COMPLETED);
        awaitExact();
    }

    @Test
    void indexesKeepTheirNames() {
        database.migrator().useHandle(db -> {
            db.execute("CREATE INDEX most ON counter.counter_value (increases)");
            db.execute("CREATE INDEX most_next ON counter.counter_value_next (increases)");
        });
        var before = indexes();

        service.log().rebuild(NAME, "admin");
        awaitOutcome(Rebuild.State.COMPLETED);

        assertThat(indexes()).isEqualTo(before).hasSize(4);
    }

    @Test
    void anUnknownProjectionCannotBeRebuilt() {
        assertThatIllegalArgumentException().isThrownBy(() -> service.log().rebuild("unknown", "admin"));
        assertThat(service.log().projection("unknown")).isEmpty();
    }

    @Test
    void aServiceMaySwapNothingButTheTablesOfItsProjections() {
        assertThatThrownBy(() -> asService("SELECT log.swap('counter', 'counter_value', 'token_entry')"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asService("SELECT log.start_rebuild('counter', 'counter-values', 'x', 0)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asService("UPDATE counter.projection SET tables = '{token_entry}'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asService("TRUNCATE counter.counter_value_next"))
                .hasMessageContaining("permission denied");
        database.superuser()
                .useHandle(db ->
                        db.execute("CREATE ROLE clerk LOGIN PASSWORD 'clerk'; GRANT USAGE ON SCHEMA counter TO clerk"));
        assertThatThrownBy(() -> Jdbi.create(database.url(), "clerk", "clerk")
                        .useHandle(db -> db.execute("SELECT counter.start_rebuild('counter-values', 'x', 0)")))
                .hasMessageContaining("permission denied");
    }

    private void asService(String sql) {
        database.service().useHandle(db -> db.execute(sql));
    }

    private int increase(int writer, AtomicBoolean ended) {
        int step = 1;
        for (; !ended.get(); step++) {
            var command = new IncreaseCounter(
                    counters.get((writer + step) % COUNTERS), "writer " + writer, step, Instant.EPOCH);
            service.sendUntilAccepted(command);
        }
        return step;
    }

    private static int readOn(AtomicBoolean ended, Handle reader) {
        try (reader) {
            var last = new Sum(0, 0);
            int reads = 0;
            for (; !ended.get(); reads++) {
                var now = sum(reader);
                assertThat(now.counters()).isEqualTo(COUNTERS);
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
        return database.superuser()
                .withHandle(db -> db.createQuery("SELECT tablename || ' ' || indexdef FROM pg_indexes"
                                + " WHERE schemaname = 'counter' AND tablename LIKE 'counter_value%' ORDER BY 1")
                        .mapTo(String.class)
                        .list());
    }

    private long count(String table) {
        return database.superuser()
                .withHandle(db -> db.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(long.class)
                        .one());
    }

    private ProjectionState state() {
        return service.log().projection(NAME).orElseThrow();
    }

    private Rebuild rebuild() {
        return state().rebuild();
    }

    private void awaitOutcome(Rebuild.State state) {
        await().atMost(30, SECONDS).until(() -> rebuild().state() == state);
    }

    private void awaitExact() {
        await().atMost(30, SECONDS).until(truth::projectionIsExact);
    }
}
