package dev.hindsight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hindsight.log.counter.CounterCommand.IncreaseCounter;
import dev.hindsight.log.counter.CounterCommand.StartCounter;
import dev.hindsight.log.counter.CounterDatabase;
import dev.hindsight.log.counter.CounterEvent.CounterIncreased;
import dev.hindsight.log.counter.CounterEvent.CounterStarted;
import dev.hindsight.log.counter.CounterService;
import dev.hindsight.log.counter.CounterValues;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One replica on a real database: append, number, follow, look back. */
class EventLogTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static CounterDatabase database;
    private static CounterService service;

    private final UUID id = UUID.randomUUID();
    private final LogReader reader = service.log().reader();

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

    @Test
    void storesGivenNames() {
        service.send(new StartCounter(id));

        var stored = database.superuser()
                .withHandle(db -> db.createQuery(
                                "SELECT aggregate_type, event_type, payload FROM log.event_entry WHERE aggregate_id = ?")
                        .bind(0, id)
                        .mapToMap()
                        .one());

        assertThat(stored)
                .containsEntry("aggregate_type", "counter")
                .containsEntry("event_type", "counter-started")
                .containsEntry("payload", "{\"counterId\":\"%s\"}".formatted(id));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void aTakenSequenceNumberIsAConflictThatQuotesNothing(long sequence) {
        service.send(new StartCounter(id));
        service.send(increase(1));

        assertThatThrownBy(() -> service.log()
                        .eventStore()
                        .publish(new GenericDomainEventMessage<>(
                                "counter", id.toString(), sequence, new CounterIncreased(id, "secret", 9, NOON))))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void joinsTheTransactionOfTheCallerAndVanishesWithIt() {
        assertThatThrownBy(() -> service.inTransaction(() -> {
                    service.send(new StartCounter(id));
                    throw new IllegalArgumentException("the caller fails");
                }))
                .hasMessageContaining("the caller fails");

        assertThat(reader.history(id)).isEmpty();
    }

    @Test
    void anEventPublishedOutsideATransactionIsAppendedAndFollowed() {
        service.log()
                .eventStore()
                .publish(new GenericDomainEventMessage<>("counter", id.toString(), 0, new CounterStarted(id)));

        await().until(() -> service.values().of(id) == 0);
    }

    @Test
    void theHistoryOfAnAggregateNeedsNoPosition() {
        try (var numbering = database.superuser().open()) {
            numbering.execute("BEGIN");
            numbering.execute("SELECT FROM log.numbering FOR UPDATE");
            service.send(new StartCounter(id));
            service.send(increase(1));

            assertThat(reader.history(id))
                    .extracting(LogEntry::sequence, LogEntry::position, LogEntry::event)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(0L, null, new CounterStarted(id)),
                            org.assertj.core.groups.Tuple.tuple(1L, null, new CounterIncreased(id, "w", 1, NOON)));
            assertThat(service.values().of(id)).isEqualTo(-1);
            assertThat(service.log().eventStore().readEvents(id.toString()).asStream())
                    .hasSize(2);
        }

        await().until(() -> service.values().of(id) == 1);
    }

    @Test
    void tellsWhatWasKnownAtAPositionAndAtATime() {
        service.send(new StartCounter(id));
        await().until(() -> reader.history(id).getFirst().position() != null);
        var started = reader.history(id).getFirst();
        service.send(increase(1));
        await().until(() -> reader.history(id).getLast().position() != null);
        long position = Objects.requireNonNull(started.position());

        assertThat(reader.history(id, position)).containsExactly(started);
        assertThat(reader.positionAt(Objects.requireNonNull(started.sequencedAt())))
                .isEqualTo(position);
        assertThat(reader.positionAt(
                        Objects.requireNonNull(started.sequencedAt()).minusNanos(1000)))
                .isLessThan(position);
        assertThat(reader.positionAt(Instant.EPOCH)).isZero();
        assertThat(reader.positionOf(started.eventId())).hasValue(position);
        assertThat(reader.positionOf(UUID.randomUUID())).isEmpty();
    }

    @Test
    void tellsOfSeveralAggregatesWhatWasKnownAtAPosition() {
        var later = UUID.randomUUID();
        service.send(new StartCounter(id));
        service.send(increase(1));
        await().until(() -> service.values().of(id) == 1);
        var before = reader.history(id);
        long position = Objects.requireNonNull(before.getLast().position());
        service.send(new StartCounter(later));
        service.send(increase(2));
        await().until(() -> service.values().of(id) == 2);

        assertThat(reader.histories(List.of(later, id), position)).isEqualTo(before);
        assertThat(reader.histories(List.of(later, id), reader.head()))
                .hasSize(4)
                .containsSubsequence(reader.history(id))
                .containsSubsequence(reader.history(later));
        assertThat(reader.histories(List.of(), reader.head())).isEmpty();
    }

    @Test
    void aBackDatedBusinessTimeChangesNoOrder() {
        service.send(new StartCounter(id));
        service.send(increase(1));
        service.send(new IncreaseCounter(id, "w", 2, Instant.parse("1999-12-31T23:59:59Z")));
        await().until(() -> service.values().of(id) == 2);

        var history = reader.history(id);

        assertThat(history).extracting(LogEntry::position).isSorted().doesNotContainNull();
        assertThat(history).extracting(LogEntry::appendedAt).isSorted();
        assertThat(((CounterIncreased) history.getLast().event()).occurredAt()).isBefore(NOON);
        assertThat(database.truth().outOfOrder()).isZero();
    }

    @Test
    void aCallerCanWaitForWhatItWrote() throws InterruptedException {
        service.send(new StartCounter(id));
        var event = reader.history(id).getFirst().eventId();

        assertThat(service.log().positionWait().await(CounterValues.NAME, event, Duration.ofSeconds(10)))
                .isTrue();
        assertThat(service.values().of(id)).isZero();
        assertThat(service.log().positionWait().await(CounterValues.NAME, UUID.randomUUID(), Duration.ofMillis(20)))
                .isFalse();
    }

    @Test
    void aCallerCanWaitForAPosition() throws InterruptedException {
        service.send(new StartCounter(id));
        await().until(() -> reader.history(id).getFirst().position() != null);
        long position = Objects.requireNonNull(reader.history(id).getFirst().position());

        assertThat(service.log().positionWait().await(CounterValues.NAME, position, Duration.ofSeconds(10)))
                .isTrue();
        assertThat(service.values().of(id)).isZero();
        assertThat(service.log().positionWait().await(CounterValues.NAME, position + 1_000_000, Duration.ofMillis(20)))
                .isFalse();
    }

    @Test
    void metersTellHeadQueueAndProcessor() {
        var meters = new SimpleMeterRegistry();
        new LogMetrics(service.log()).bindTo(meters);
        service.send(new StartCounter(id));
        await().until(() -> service.values().of(id) == 0);

        await().untilAsserted(() -> {
            double head = meters.get("hindsight.log.head").gauge().value();
            assertThat(head).isPositive().isEqualTo(database.truth().head());
            assertThat(meters.get("hindsight.log.pending").gauge().value()).isZero();
            assertThat(meters.get("hindsight.processor.position")
                            .tag("processor", CounterValues.NAME)
                            .gauge()
                            .value())
                    .isEqualTo(head);
            assertThat(meters.get("hindsight.processor.failing").gauge().value())
                    .isZero();
        });
    }

    @Test
    void everyMeterIsExplainedToOperators() throws IOException {
        var meters = new SimpleMeterRegistry();
        new LogMetrics(service.log()).bindTo(meters);

        var page = Files.readString(Path.of("../docs/architecture.md"));

        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName().replace('.', '_'))
                .allSatisfy(name -> assertThat(page).containsPattern("`" + name + "(_total)?[`{]"));
    }

    private IncreaseCounter increase(long step) {
        return new IncreaseCounter(id, "w", step, NOON);
    }
}
