package dev.hindsight.log;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hindsight.log.counter.CounterValues;
import dev.hindsight.log.counter.Gate;
import dev.hindsight.log.counter.StartedCounters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rebuilds are asked for one at a time, show that they fail, and can be cancelled; a service may do no more than ask. */
class RebuildOrdersTest {

    private static final String NAME = CounterValues.NAME;
    private static final String NEXT = "counter-values-next";

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
    void aRebuildThatFailsShowsItAndTheLiveProjectionGoesOn() {
        counters.service().breakRebuildsAt(counters.get(5));
        counters.log().rebuild(NAME, "admin");
        await().atMost(20, SECONDS).until(() -> counters.rebuild().failing());

        counters.increase(counters.last(), 1);

        counters.awaitExact();
        assertThat(counters.state()).returns(false, ProjectionState::failing);
        assertThat(counters.rebuild())
                .returns(Rebuild.State.RUNNING, Rebuild::state)
                .satisfies(it -> assertThat(it.error())
                        .contains("counter-started", "IllegalStateException")
                        .doesNotContain("secret"));

        counters.service().breakRebuildsAt(null);
        counters.log().cancelRebuild(NAME);
        counters.log().rebuild(NAME, "admin");

        counters.awaitOutcome(Rebuild.State.COMPLETED);
        assertThat(counters.truth().wrongRows()).isEmpty();
    }

    @Test
    void aSecondOneIsRefusedWhileOneRuns() {
        try (var gate = new Gate()) {
            counters.service().holdRebuilds(gate);
            counters.log().rebuild(NAME, "first");

            assertThat(counters.log().rebuild(NAME, "second")).isFalse();
            assertThat(counters.rebuild())
                    .returns("first", Rebuild::requestedBy)
                    .returns(0, Rebuild::percent);
        }

        counters.awaitOutcome(Rebuild.State.COMPLETED);
        assertThat(counters.log().rebuild(NAME, "second")).isTrue();
    }

    @Test
    void aCancelledOneChangesNothingAndAnotherMayStart() {
        try (var gate = new Gate()) {
            counters.service().holdRebuilds(gate);
            counters.log().rebuild(NAME, "first");
            await().until(() -> counters.truth().owner(NEXT).equals("A"));
            assertThat(counters.log().cancelRebuild(NAME)).isTrue();
        }

        assertThat(counters.rebuild()).returns(Rebuild.State.CANCELLED, Rebuild::state);
        assertThat(counters.log().cancelRebuild(NAME)).as("none runs").isFalse();
        assertThat(counters.truth().wrongRows()).isEmpty();

        counters.log().rebuild(NAME, "second");
        counters.awaitOutcome(Rebuild.State.COMPLETED);
        assertThat(counters.truth().wrongRows()).isEmpty();
    }

    /** Its batch is under way when its claim is taken away. */
    @Test
    void aCancelledOneWritesNothingAnyMore() throws Exception {
        try (var gate = new Gate()) {
            counters.service().holdRebuilds(gate);
            counters.log().rebuild(NAME, "admin");
            assertThat(gate.awaitSomebody()).isTrue();
            assertThat(counters.log().cancelRebuild(NAME)).isTrue();
        }

        await().during(2, SECONDS).atMost(10, SECONDS).until(() -> count("counter.counter_value_next") == 0);
        assertThat(counters.truth().owner(NEXT)).isEqualTo("nobody");
        assertThat(counters.truth().wrongRows()).isEmpty();
    }

    /** Somebody who reads keeps it from its end. */
    @Test
    void metersTellHowFarItIsAsLongAsItRuns() {
        var meters = new SimpleMeterRegistry();
        new LogMetrics(counters.log()).bindTo(meters);
        assertThat(rebuilt(meters)).containsExactly(Double.NaN, Double.NaN);

        try (var reader = counters.database().superuser().open()) {
            reader.begin();
            reader.execute("SELECT FROM counter.counter_value");
            try (var gate = new Gate()) {
                counters.service().holdRebuilds(gate);
                counters.log().rebuild(NAME, "admin");
                await().untilAsserted(() -> assertThat(rebuilt(meters)).containsExactly(0.0, 40.0));
            }
            await().untilAsserted(() -> assertThat(rebuilt(meters)).containsExactly(40.0, 40.0));
            reader.commit();
        }
        counters.awaitOutcome(Rebuild.State.COMPLETED);
        await().untilAsserted(() -> assertThat(rebuilt(meters)).containsExactly(Double.NaN, Double.NaN));
    }

    @Test
    void anUnknownProjectionCannotBeRebuilt() {
        assertThatIllegalArgumentException().isThrownBy(() -> counters.log().rebuild("unknown", "admin"));
        assertThat(counters.log().projection("unknown")).isEmpty();
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
        counters.database()
                .superuser()
                .useHandle(db ->
                        db.execute("CREATE ROLE clerk LOGIN PASSWORD 'clerk'; GRANT USAGE ON SCHEMA counter TO clerk"));
        assertThatThrownBy(() -> Jdbi.create(counters.database().url(), "clerk", "clerk")
                        .useHandle(db -> db.execute("SELECT counter.start_rebuild('counter-values', 'x', 0)")))
                .hasMessageContaining("permission denied");
    }

    private static List<Double> rebuilt(MeterRegistry meters) {
        return Stream.of("hindsight.rebuild.position", "hindsight.rebuild.target")
                .map(name -> meters.get(name).tag("projection", NAME).gauge().value())
                .toList();
    }

    private void asService(String sql) {
        counters.database().service().useHandle(db -> db.execute(sql));
    }

    private long count(String table) {
        return counters.database()
                .superuser()
                .withHandle(db -> db.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(long.class)
                        .one());
    }
}
