package dev.hindsight.log;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Looks at the log and the processors once a second, whether events flow or not; has failing processors tried again. */
final class LogWatch extends Repeating {

    private static final long EVERY_MILLIS = 1000;
    private static final String PENDING = "SELECT entries, oldest FROM log.pending()";

    /** What was seen in one look. */
    record Sight(
            long head,
            long pending,
            @Nullable Instant oldestPending,
            List<ProcessorProgress> processors,
            List<ProjectionState> projections,
            List<ProcessorProgress> rebuilds) {

        static final Sight NONE = new Sight(0, 0, null, List.of(), List.of(), List.of());

        /** That of a projection, while it runs. */
        Optional<Rebuild> rebuild(String projection) {
            return projections.stream()
                    .filter(it -> it.name().equals(projection))
                    .flatMap(it -> Stream.ofNullable(it.rebuild()))
                    .filter(it -> it.state() == Rebuild.State.RUNNING)
                    .findFirst();
        }
    }

    private record Standing(long position, long since) {}

    private final Jdbi jdbi;
    private final LogReader reader;
    private final Progress progress;
    private final Failures failures;
    private final Supplier<Set<String>> names;
    private final ProjectionRows projections;
    private final EventLogSettings settings;
    private final Consumer<String> retry;
    private final Map<String, Standing> standing = new HashMap<>();
    private final Map<String, Long> retried = new HashMap<>();
    private volatile Sight last = Sight.NONE;

    LogWatch(
            Jdbi jdbi,
            LogReader reader,
            Progress progress,
            Failures failures,
            Supplier<Set<String>> names,
            ProjectionRows projections,
            EventLogSettings settings,
            Consumer<String> retry) {
        super("log-watch");
        this.jdbi = jdbi;
        this.reader = reader;
        this.progress = progress;
        this.failures = failures;
        this.names = names;
        this.projections = projections;
        this.settings = settings;
        this.retry = retry;
    }

    Sight last() {
        return last;
    }

    @Override
    void once() throws InterruptedException {
        var seen = look();
        Stream.concat(seen.processors().stream(), seen.rebuilds().stream())
                .filter(ProcessorProgress::failing)
                .forEach(this::tryAgain);
        Thread.sleep(EVERY_MILLIS);
    }

    synchronized Sight look() {
        long head = reader.head();
        var rows = projections.all();
        var positions = progress.positions();
        var live = progress(names.get().stream(), positions, head);
        var next = progress(
                rows.stream().filter(ProjectionRow::running).map(row -> Projection.next(row.name())), positions, head);
        standing.keySet().removeIf(name -> !live.containsKey(name) && !next.containsKey(name));
        var states = rows.stream().map(row -> state(row, live, next)).toList();
        last = jdbi.withHandle(db -> db.createQuery(PENDING)
                .map((row, _) -> new Sight(
                        head,
                        row.getLong("entries"),
                        instant(row.getObject("oldest", OffsetDateTime.class)),
                        List.copyOf(live.values()),
                        states,
                        List.copyOf(next.values())))
                .one());
        return last;
    }

    private static ProjectionState state(
            ProjectionRow row, Map<String, ProcessorProgress> live, Map<String, ProcessorProgress> next) {
        var underWay = next.get(Projection.next(row.name()));
        return ProjectionState.of(
                Objects.requireNonNull(live.get(row.name())), underWay == null ? row.ended() : row.underWay(underWay));
    }

    private SortedMap<String, ProcessorProgress> progress(
            Stream<String> processors, Map<String, Long> positions, long head) {
        var found = new TreeMap<String, ProcessorProgress>();
        processors.forEach(name -> found.put(name, progress(name, positions.getOrDefault(name, 0L), head)));
        return found;
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
