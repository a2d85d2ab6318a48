package dev.hindsight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.log.counter.CounterDatabase;
import dev.hindsight.log.counter.CounterEvent;
import dev.hindsight.log.counter.CounterService;
import dev.hindsight.log.counter.CounterValues;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An older build meets an event of a newer one: it handles all before it, stands there, and lets the newer go on. */
class UnknownEventTest {

    private static final int AFTER = 700;

    /** Each event has a counter of its own, so the projection shows each that is lost or handled twice. */
    private static final String APPEND = """
            INSERT INTO log.event_entry (event_id, aggregate_type, aggregate_id, sequence, event_type, payload, metadata)
            SELECT gen_random_uuid(), 'counter', id, 0, :type, format(:payload, id), '{}'
              FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, :events)) AS counter
            """;

    private static final String INCREASED = """
            {"counterId": "%s", "writer": "w", "step": 0, "occurredAt": "2026-03-01T12:00:00Z"}
            """;
    private static final String RENAMED = "{\"counterId\": \"%s\"}";

    private CounterDatabase database;

    @BeforeEach
    void start() {
        database = new CounterDatabase();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    /** The unknown one follows the very first entry, several batches, a full page of the stream. */
    @ParameterizedTest
    @ValueSource(ints = {1, 700, 1000})
    void allBeforeItIsHandledOnceAndTheNextBuildGoesOnBehindIt(int before) throws Exception {
        append("counter-increased", INCREASED, before);
        append("counter-renamed", RENAMED, 1);
        append("counter-increased", INCREASED, AFTER);
        try (var old = new CounterService(database.url(), "old")) {
            var meters = new SimpleMeterRegistry();
            old.start();
            new LogMetrics(old.log()).bindTo(meters);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(progress(old))
                            .returns((long) before, ProcessorProgress::position)
                            .returns(true, ProcessorProgress::failing)
                            .returns(
                                    "position %d, event counter-renamed: unknown event type".formatted(before + 1),
                                    ProcessorProgress::error));
            await().until(() -> meters.get("hindsight.processor.failing")
                            .tag("processor", CounterValues.NAME)
                            .gauge()
                            .value()
                    == 1);
            assertThat(handled()).isEqualTo(before);
            assertThat(database.truth().wrongRows()).as("not handled yet").hasSize(1 + AFTER);

            try (var next = nextBuild()) {
                next.start();

                await().atMost(Duration.ofSeconds(30)).until(database.truth()::projectionIsExact);
                await().untilAsserted(() -> assertThat(progress(old))
                        .isEqualTo(progress(next))
                        .returns(before + 1L + AFTER, ProcessorProgress::position)
                        .returns(false, ProcessorProgress::failing));
                assertThat(database.truth().owner()).isEqualTo("next");
            }
        }
    }

    private CounterService nextBuild() throws Exception {
        return new CounterService(database.url(), "next", CounterEvent.NAMES_OF_THE_NEXT_BUILD);
    }

    private void append(String type, String payload, int events) {
        database.service()
                .useHandle(db -> db.createUpdate(APPEND)
                        .bind("type", type)
                        .bind("payload", payload)
                        .bind("events", events)
                        .execute());
    }

    private int handled() {
        return database.superuser()
                .withHandle(db -> db.createQuery("SELECT count(*) FROM counter.counter_value")
                        .mapTo(int.class)
                        .one());
    }

    private static ProcessorProgress progress(CounterService service) {
        return service.log().progress().getFirst();
    }
}
