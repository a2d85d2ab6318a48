package dev.hindsight.benchmarks.log;

import dev.hindsight.benchmarks.Figure;
import dev.hindsight.benchmarks.Figures;
import dev.hindsight.contracts.incident.IncidentEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.axonframework.eventhandling.DomainEventMessage;

/** From just before an append in one process until another process has committed its projection of it. */
final class Visibility {

    private static final String SECTION = "Append to visible in another process, on an idle log";
    private static final int WARM_UP = 20;
    private static final int LEAST_PAUSE_MILLIS = 40;
    private static final int MOST_PAUSE_MILLIS = 160;

    private final LogDatabase database;
    private final Figures figures;
    private final int appends;

    Visibility(LogDatabase database, Figures figures, int appends) {
        this.database = database;
        this.figures = figures;
        this.appends = appends;
    }

    void measure() throws SQLException, IOException {
        database.execute(LogFollower.TABLES);
        database.execute(StockLog.TABLES);
        try (var follower = Self.start(List.of(), "follow", database.url());
                var ours = LogClient.appending(database.url());
                var stock = new StockLog(database.url(), _ -> List.of())) {
            var lines = new BufferedReader(follower.reader());
            Self.await(lines, LogFollower.READY);
            var visible = new ConcurrentHashMap<String, Long>();
            var reader = Thread.ofVirtual().start(() -> read(lines, visible));
            figures.say("append to visible: %d appends to each log, one after the other".formatted(appends));
            var began = appendAll(ours, stock);
            awaitAll(visible, 2 * (appends + WARM_UP));
            follower.end();
            reader.join();
            report("hindsight", times(began, visible, LogFollower.OURS), true);
            report("stock Axon, polling", times(began, visible, LogFollower.STOCK), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** In turn, so that both meet the same moments of the machine; at odd times, so that none falls in step with a poll. */
    private Map<String, Long> appendAll(LogClient ours, StockLog stock) {
        var began = new LinkedHashMap<String, Long>();
        for (int i = 0; i < appends + WARM_UP; i++) {
            var event = SampleEvents.single();
            began.put(LogFollower.OURS + " " + event.getAggregateIdentifier(), LogFollower.micros());
            ours.append(event);
            pause();
            DomainEventMessage<IncidentEvent> other = SampleEvents.single();
            began.put(LogFollower.STOCK + " " + other.getAggregateIdentifier(), LogFollower.micros());
            stock.pool().inTransaction(() -> stock.events().publish(other));
            pause();
        }
        return began;
    }

    private static void pause() {
        var millis = RandomGenerator.getDefault().nextInt(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS);
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    private static void read(BufferedReader lines, Map<String, Long> visible) {
        lines.lines().forEach(line -> {
            var words = line.split(" ");
            visible.put(words[0] + " " + words[1], Long.parseLong(words[2]));
        });
    }

    private static void awaitAll(Map<String, Long> visible, int expected) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (visible.size() < expected) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Of %d events only %d were seen in the other process".formatted(expected, visible.size()));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static double[] times(Map<String, Long> began, Map<String, Long> visible, String log) {
        return began.entrySet().stream()
                .filter(append -> append.getKey().startsWith(log))
                .skip(WARM_UP)
                .mapToDouble(
                        append -> (Objects.requireNonNull(visible.get(append.getKey())) - append.getValue()) / 1000.0)
                .sorted()
                .toArray();
    }

    private void report(String name, double[] sorted, boolean ours) {
        var median = Figure.of(SECTION, name + ", p50", sorted[sorted.length / 2], "ms");
        var slow = Figure.of(SECTION, name + ", p99", sorted[(int) Math.ceil(sorted.length * 0.99) - 1], "ms");
        figures.add(ours ? median.atMost(15) : median);
        figures.add(ours ? slow.atMost(100) : slow);
        figures.add(
                Figure.of(SECTION, name + ", most", Arrays.stream(sorted).max().orElseThrow(), "ms"));
    }
}
