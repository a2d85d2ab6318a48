package dev.hindsight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.log.counter.CounterCommand.IncreaseCounter;
import dev.hindsight.log.counter.CounterCommand.StartCounter;
import dev.hindsight.log.counter.CounterDatabase;
import dev.hindsight.log.counter.CounterService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the order in which transactions begin, draw their numbers and end, nothing is lost, doubled or disordered. */
class LogUnderLoadTest {

    private static final int WRITERS = 16;
    private static final int STEPS = 100;
    private static final String INSERT = """
            INSERT INTO log.event_entry (event_id, aggregate_type, aggregate_id, sequence, event_type, payload, metadata)
            VALUES (gen_random_uuid(), 'counter', ?, 0, 'counter-started', ?, '{}')
            """;

    /** Makes a writer give up its transaction half-way. */
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final AtomicInteger accepted = new AtomicInteger();
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
    void nothingIsLostNothingTwiceEachCounterInOrder() throws Exception {
        var counters = Stream.generate(UUID::randomUUID)
                .limit(20)
                .peek(id -> service.send(new StartCounter(id)))
                .toList();
        var held = UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            var works = Stream.concat(
                            Stream.<Callable<Void>>of(() -> holdOpen(held)),
                            IntStream.range(0, WRITERS)
                                    .<Callable<Void>>mapToObj(writer -> () -> write(writer, counters)))
                    .toList();
            for (var done : threads.invokeAll(works)) {
                done.get();
            }
        }

        await().atMost(Duration.ofSeconds(60)).until(database.truth()::projectionIsExact);
        assertThat(database.truth().outOfOrder()).isZero();
        assertThat(database.truth().effectsBeforeTheirCause()).isZero();
        assertThat(database.truth().entries()).isEqualTo(20 + 1 + accepted.get());
        assertThat(service.values().of(held)).isZero();
    }

    /** One transaction draws its number first and commits after hundreds of others. */
    private Void holdOpen(UUID counter) throws InterruptedException {
        service.inTransaction(() -> {
            handledRequest();
            service.send(new StartCounter(counter));
            await().atMost(Duration.ofSeconds(4))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> accepted.get() > 300);
        });
        return null;
    }

    private Void write(int writer, List<UUID> counters) throws InterruptedException {
        var random = new Random(writer);
        for (int step = 0; step < STEPS; step++) {
            var command = new IncreaseCounter(
                    counters.get(random.nextInt(counters.size())), "writer " + writer, step, Instant.EPOCH);
            var drawsEarly = random.nextBoolean();
            var givesUp = random.nextInt(10) == 0;
            try {
                service.inTransaction(() -> {
                    if (drawsEarly) {
                        handledRequest();
                    }
                    service.send(command);
                    if (givesUp) {
                        throw new GivenUp();
                    }
                });
                accepted.incrementAndGet();
            } catch (GivenUp e) {
                assertThat(givesUp).isTrue();
            }
        }
        return null;
    }

    /** As the edge of a service does for idempotency: a row before the events, so the transaction id is drawn early. */
    private void handledRequest() {
        service.jdbi().useHandle(db -> db.execute("INSERT INTO counter.handled_request VALUES (?)", UUID.randomUUID()));
    }

    @Test
    void anEntryThatCommitsLateGetsAPositionAfterThoseThatWereSeen() {
        var early = UUID.randomUUID();
        var late = UUID.randomUUID();
        var naive = new NaiveCursor();
        try (var slow = database.service().open()) {
            slow.begin();
            append(slow, early);
            database.service().useHandle(db -> append(db, late));
            await().until(() -> service.values().of(late) == 0);
            naive.read();
            slow.commit();
        }
        await().until(() -> service.values().of(early) == 0);
        naive.read();

        assertThat(naive.seen)
                .as("a cursor on the index drawn at insert loses the late one")
                .containsExactly(late);
        assertThat(service.log().reader().history(early).getFirst().position())
                .isGreaterThan(service.log().reader().history(late).getFirst().position());
    }

    private static void append(Handle db, UUID counter) {
        db.execute(INSERT, counter, "{\"counterId\":\"%s\"}".formatted(counter));
    }

    /** What a reader does that takes the order of inserts for the order of commits. */
    private final class NaiveCursor {

        private final List<UUID> seen = new java.util.ArrayList<>();
        private long last;

        void read() {
            database.service()
                    .useHandle(db -> db.createQuery(
                                    "SELECT global_index, aggregate_id FROM log.event_entry WHERE global_index > ? ORDER BY 1")
                            .bind(0, last)
                            .map((row, _) -> {
                                last = row.getLong(1);
                                return row.getObject(2, UUID.class);
                            })
                            .forEach(seen::add));
        }
    }
}
