package dev.hindsight.log.counter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.hindsight.log.EventLog;
import dev.hindsight.log.ProjectionState;
import dev.hindsight.log.Rebuild;
import dev.hindsight.log.counter.CounterCommand.IncreaseCounter;
import dev.hindsight.log.counter.CounterCommand.StartCounter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A running service whose counters are started and increased once each, with a projection that has all of it. */
public final class StartedCounters implements AutoCloseable {

    public static final int COUNTERS = 20;

    private final List<UUID> counters =
            Stream.generate(UUID::randomUUID).limit(COUNTERS).toList();
    private final CounterDatabase database = new CounterDatabase();
    private final Truth truth = database.truth();
    private final CounterService service;

    public StartedCounters() throws SQLException {
        service = new CounterService(database.url(), "A");
        service.start();
        counters.forEach(counter -> service.send(new StartCounter(counter)));
        counters.forEach(counter -> increase(counter, 0));
        awaitExact();
    }

    public CounterDatabase database() {
        return database;
    }

    public CounterService service() {
        return service;
    }

    public Truth truth() {
        return truth;
    }

    public EventLog log() {
        return service.log();
    }

    public UUID get(int index) {
        return counters.get(index);
    }

    public UUID first() {
        return counters.getFirst();
    }

    public UUID last() {
        return counters.getLast();
    }

    public void increase(UUID counter, long step) {
        service.send(new IncreaseCounter(counter, "w", step, Instant.EPOCH));
    }

    public ProjectionState state() {
        return service.log().projection(CounterValues.NAME).orElseThrow();
    }

    public Rebuild rebuild() {
        return state().rebuild();
    }

    public void awaitOutcome(Rebuild.State state) {
        await().atMost(30, SECONDS).until(() -> rebuild().state() == state);
    }

    public void awaitExact() {
        await().atMost(30, SECONDS).until(truth::projectionIsExact);
    }

    @Override
    public void close() {
        service.close();
        database.close();
    }
}
