package dev.hindsight.log;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Looks at the log and the processors once a second, whether events flow or not; has failing processors tried again. */
final class LogWatch extends Repeating {

    private static final long EVERY_MILLIS = 1000;
    private static final String PENDING = "SELECT entries, oldest FROM log.pending()";

    /** What was seen in one look. */
    record Sight(long head, long pending, @Nullable Instant oldestPending, List<ProcessorProgress> processors) {}

    private record Standing(long position, long since) {}

    private final Jdbi jdbi;
    private final LogReader reader;
    private final Progress progress;
    private final Failures failures;
    private final Supplier<java.util.Set<String>> names;
    private final EventLogSettings settings;
    private final Consumer<String> retry;
    private final Map<String, Standing> standing = new HashMap<>();
    private final Map<String, Long> retried = new HashMap<>();
    private volatile Sight last = new Sight(0, 0, null, List.of());

    LogWatch(
            Jdbi jdbi,
            LogReader reader,
            Progress progress,
            Failures failures,
            Supplier<java.util.Set<String>> names,
            EventLogSettings settings,
            Consumer<String> retry) {
        super("log-watch");
        this.jdbi = jdbi;
        this.reader = reader;
        this.progress = progress;
        this.failures = failures;
        this.names = names;
        this.settings = settings;
        this.retry = retry;
    }

    Sight last() {
        return last;
    }

    @Override
    void once() throws InterruptedException {
        var seen = look();
        seen.processors().stream().filter(ProcessorProgress::failing).forEach(this::tryAgain);
        Thread.sleep(EVERY_MILLIS);
    }

    synchronized Sight look() {
        long head = reader.head();
        var positions = progress.positions();
        var processors = names.get().stream()
                .sorted()
                .map(name -> progress(name, positions.getOrDefault(name, 0L), head))
                .toList();
        last = jdbi.withHandle(db -> db.createQuery(PENDING)
                .map((row, _) -> new Sight(
                        head,
                        row.getLong("entries"),
                        instant(row.getObject("oldest", OffsetDateTime.class)),
                        processors))
                .one());
        return last;
    }

    private ProcessorProgress progress(String name, long position, long head) {
        var failure = failures.of(name, position);
        if (failure != null) {
            return new ProcessorProgress(name, position, head, true, failure.toString());
        }
        var before = standing.get(name);
        if (before == null || before.position() != position || position >= head) {
            before = new Standing(position, System.nanoTime());
            standing.put(name, before);
        }
        var stands = Duration.ofNanos(System.nanoTime() - before.since());
        return stands.compareTo(patience()) > 0
                ? new ProcessorProgress(name, position, head, true, "stands still at position " + position)
                : new ProcessorProgress(name, position, head, false, null);
    }

    /** A take-over by another replica is not yet a failure. */
    private Duration patience() {
        return settings.claimTimeout().multipliedBy(2);
    }

    private void tryAgain(ProcessorProgress processor) {
        long now = System.nanoTime();
        var before = retried.get(processor.name());
        if (before == null || now - before >= settings.retryPause().toNanos()) {
            retried.put(processor.name(), now);
            retry.accept(processor.name());
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
