package dev.hindsight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.log.counter.CounterCommand.IncreaseCounter;
import dev.hindsight.log.counter.CounterCommand.StartCounter;
import dev.hindsight.log.counter.CounterDatabase;
import dev.hindsight.log.counter.CounterService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A processor that cannot handle an event stops where all can see it, tries again, and skips nothing. */
class FailingProcessorTest {

    private static final String FAULT = """
            CREATE SEQUENCE public.fault;
            GRANT ALL ON SEQUENCE public.fault TO PUBLIC;
            CREATE FUNCTION public.fault() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF nextval('public.fault') <= 2 THEN RAISE EXCEPTION 'fault'; END IF;
                RETURN NEW;
            END $$;
            """;

    private final UUID before = UUID.randomUUID();
    private final UUID id = UUID.randomUUID();
    private final UUID after = UUID.randomUUID();

    private CounterDatabase database;
    private CounterService service;

    @BeforeEach
    void start() throws Exception {
        database = new CounterDatabase();
        service = new CounterService(database.url(), "A");
        service.start();
    }

    @AfterEach
    void stop() {
        service.close();
        database.close();
    }

    @Test
    void standsAtAnEventThatItsHandlerRefusesAndGoesOnAfterTheCure() {
        var meters = new SimpleMeterRegistry();
        new LogMetrics(service.log()).bindTo(meters);
        service.values().breakAt(id);
        service.send(new StartCounter(before));
        await().until(() -> service.values().of(before) == 0);
        service.send(new StartCounter(id));
        service.send(new StartCounter(after));

        await().untilAsserted(() -> assertThat(progress())
                .returns(true, ProcessorProgress::failing)
                .returns(1L, ProcessorProgress::position)
                .satisfies(it -> assertThat(it.error())
                        .contains("position 2", "counter-started", "IllegalStateException")
                        .doesNotContain("secret")));
        await().until(() -> meters.get("hindsight.processor.failing").gauge().value() == 1);
        assertThat(service.values().of(after)).isEqualTo(-1);

        service.values().breakAt(null);

        await().atMost(Duration.ofSeconds(10)).until(() -> service.values().of(after) == 0);
        assertThat(service.values().of(id)).isZero();
        await().untilAsserted(() -> assertThat(progress())
                .returns(false, ProcessorProgress::failing)
                .returns(null, ProcessorProgress::error));
        assertThat(database.truth().wrongRows()).isEmpty();
    }

    /** The batch fails twice at each point of its transaction; the sums would show any repetition. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER fault BEFORE UPDATE ON counter.token_entry FOR EACH ROW"
                        + " WHEN (old.token IS DISTINCT FROM new.token) EXECUTE FUNCTION public.fault()",
                "CREATE TRIGGER fault AFTER INSERT ON counter.counter_value FOR EACH STATEMENT"
                        + " EXECUTE FUNCTION public.fault()",
                "CREATE CONSTRAINT TRIGGER fault AFTER INSERT OR UPDATE ON counter.counter_value"
                        + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.fault()"
            })
    void aBatchThatFailsHalfwayLeavesNothingAndIsRepeatedWhole(String faultyTrigger) {
        database.superuser()
                .useHandle(db -> db.createScript(FAULT + faultyTrigger + ";").execute());
        service.send(new StartCounter(id));
        service.send(new IncreaseCounter(id, "w", 1, Instant.EPOCH));

        await().atMost(Duration.ofSeconds(20)).until(() -> service.values().of(id) == 1);

        assertThat(database.truth().wrongRows()).isEmpty();
        int met = database.superuser()
                .withHandle(db -> db.createQuery("SELECT last_value FROM public.fault")
                        .mapTo(int.class)
                        .one());
        assertThat(met).as("faults met").isGreaterThan(2);
    }

    private ProcessorProgress progress() {
        return service.log().progress().getFirst();
    }
}
