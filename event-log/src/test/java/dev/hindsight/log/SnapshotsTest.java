package dev.hindsight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hindsight.log.counter.CounterCommand.IncreaseCounter;
import dev.hindsight.log.counter.CounterDatabase;
import dev.hindsight.log.counter.CounterEvent.CounterIncreased;
import dev.hindsight.log.counter.CounterEvent.CounterStarted;
import dev.hindsight.log.counter.CounterService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** States that are kept beside the log: used when they are good, and never missed. */
class SnapshotsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int LONG = 150;

    private static CounterDatabase database;
    private static CounterService service;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final UUID id = UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        database = new CounterDatabase();
        service = new CounterService(database.url(), "A");
        service.start();
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    @BeforeEach
    void aLongHistory() {
        new LogMetrics(service.log()).bindTo(meters);
        var events = new ArrayList<DomainEventMessage<?>>();
        events.add(new GenericDomainEventMessage<>("counter", id.toString(), 0, new CounterStarted(id)));
        for (int i = 1; i < LONG; i++) {
            events.add(new GenericDomainEventMessage<>(
                    "counter", id.toString(), i, new CounterIncreased(id, "early", i, NOON)));
        }
        service.inTransaction(() -> service.log().eventStore().publish(events));
    }

    @Test
    void aLongHistoryIsReadOnceAndThenItsSnapshotAndWhatCameAfter() {
        increase("late");
        await().until(() -> keptSequence().isPresent());
        assertThat(keptSequence()).contains((long) LONG);

        pretend("state = replace(state, 'early', 'pretended')");
        increase("later");

        assertThat(service.tell(id)).isEqualTo("151 by [late, later, pretended]");
    }

    @Test
    void aSnapshotThatOtherCodeTookIsNotLookedAtAndTheNextOneReplacesIt() {
        keep();
        pretend("state = replace(state, 'early', 'pretended'), revision = 'other', sequence = 1000");

        assertThat(service.tell(id)).isEqualTo("150 by [early, late]");
        await().until(() -> keptSequence().filter(it -> it == LONG).isPresent());
    }

    @Test
    void aSnapshotThatCannotBeReadIsPassedOverAndTakenAgain() {
        keep();
        var before = count("unreadable");
        pretend("state = '{\"increases\": \"many'");

        assertThat(service.tell(id)).isEqualTo("150 by [early, late]");
        assertThat(count("unreadable")).isGreaterThan(before);
        await().until(() -> keptState().contains("early"));
    }

    @Test
    void aSnapshotOfFieldsThatTheClassHasNotIsPassedOver() {
        keep();
        pretend("state = '{\"unknown\": 1}'");

        assertThat(service.tell(id)).isEqualTo("150 by [early, late]");
    }

    @Test
    void nothingIsLostWithASnapshot() {
        keep();

        service.log().snapshots().discard(id);

        assertThat(keptSequence()).isEmpty();
        assertThat(service.tell(id)).isEqualTo("150 by [early, late]");
    }

    @Test
    void whatIsRolledBackIsInNoSnapshot() {
        assertThatThrownBy(() -> service.inTransaction(() -> {
                    increase("undone");
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");
        keep();

        assertThat(keptSequence()).contains((long) LONG);
        assertThat(keptState()).contains("late").doesNotContain("undone");
    }

    @Test
    void whatIsNotCommittedYetIsInNoSnapshotThatIsTakenMeanwhile() {
        service.inTransaction(() -> {
            increase("open");
            inAnotherThread(() -> service.tell(id));
            await().until(() -> keptSequence().isPresent());
            assertThat(keptSequence()).contains(LONG - 1L);
        });

        assertThat(service.tell(id)).isEqualTo("150 by [early, open]");
    }

    @Test
    void aSnapshotThatFailsCostsNothingElse() {
        var before = count("failed");
        database.superuser().useHandle(db -> db.execute("REVOKE INSERT ON counter.snapshot FROM counter_service"));
        try {
            increase("late");

            await().until(() -> count("failed") > before);
            assertThat(service.tell(id)).isEqualTo("150 by [early, late]");
        } finally {
            database.superuser().useHandle(db -> db.execute("GRANT INSERT ON counter.snapshot TO counter_service"));
        }
        assertThat(keptSequence()).isEmpty();
    }

    /** It would keep what the entries said before the change. */
    @Test
    void aSnapshotWaitsForTheTransactionThatDiscardsTheOneBefore() {
        service.inTransaction(() -> {
            service.log().snapshots().discard(id);
            inAnotherThread(() -> service.tell(id));
            await().until(SnapshotsTest::somebodyWaits);
            assertThat(keptSequence()).isEmpty();
        });

        await().until(() -> keptSequence().isPresent());
    }

    private void keep() {
        increase("late");
        await().until(() -> keptSequence().isPresent());
    }

    private void increase(String writer) {
        service.send(new IncreaseCounter(id, writer, 1, NOON));
    }

    private static void inAnotherThread(Runnable work) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            thread.submit(work);
        }
    }

    private void pretend(String change) {
        database.superuser()
                .useHandle(db ->
                        db.execute("UPDATE counter.snapshot SET %s WHERE aggregate_id = ?".formatted(change), id));
    }

    private Optional<Long> keptSequence() {
        return database.superuser()
                .withHandle(db -> db.createQuery("SELECT sequence FROM counter.snapshot WHERE aggregate_id = ?")
                        .bind(0, id)
                        .mapTo(long.class)
                        .findOne());
    }

    private String keptState() {
        return database.superuser()
                .withHandle(db -> db.createQuery("SELECT state FROM counter.snapshot WHERE aggregate_id = ?")
                        .bind(0, id)
                        .mapTo(String.class)
                        .one());
    }

    private double count(String of) {
        return meters.get("hindsight.snapshots." + of).functionCounter().count();
    }

    private static boolean somebodyWaits() {
        return database.superuser()
                .withHandle(db -> db.createQuery(
                                "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)")
                        .mapTo(boolean.class)
                        .one());
    }
}
