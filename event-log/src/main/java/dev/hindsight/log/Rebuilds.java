package dev.hindsight.log;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.axonframework.config.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does in this replica what the table of projections asks for: while a rebuild runs, it has a processor into the next
 * tables, of which the claim decides which replica's works, and switches as soon as it has caught up.
 */
final class Rebuilds extends Repeating {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final long IDLE_MILLIS = 1000;
    private static final long BUSY_MILLIS = 100;

    private record Running(@Nullable Instant requestedAt, NextProcessor processor) {}

    private final ProjectionRows rows;
    private final Processors processors;
    private final Consumer<String> claim;
    private final Map<String, Projection> projections = new HashMap<>();
    private final Map<String, Running> underWay = new ConcurrentHashMap<>();
    private @Nullable Configuration axon;

    /** @param claim has the processor of that name claimed again, if this replica does not have it */
    Rebuilds(ProjectionRows rows, Processors processors, Consumer<String> claim) {
        super("rebuilds");
        this.rows = rows;
        this.processors = processors;
        this.claim = claim;
    }

    void add(Collection<Projection> more) {
        more.forEach(projection -> projections.put(projection.name(), projection));
    }

    Set<String> names() {
        return Set.copyOf(projections.keySet());
    }

    /** @throws IllegalStateException if the database does not know one of the projections */
    void check() {
        rows.expect(projections.keySet());
    }

    void start(Configuration configuration) {
        axon = configuration;
        if (!projections.isEmpty()) {
            start();
        }
    }

    @Override
    void once() throws InterruptedException {
        Thread.sleep(look() ? BUSY_MILLIS : IDLE_MILLIS);
    }

    private synchronized boolean look() {
        if (!running()) {
            return false;
        }
        var wanted = rows.all().stream()
                .filter(ProjectionRow::running)
                .collect(Collectors.toMap(ProjectionRow::name, row -> Objects.requireNonNull(row.requestedAt())));
        underWay.forEach((name, rebuild) -> {
            if (!Objects.equals(rebuild.requestedAt(), wanted.get(name))) {
                stop(name);
            }
        });
        wanted.forEach(this::goOn);
        return !wanted.isEmpty();
    }

    private void goOn(String name, Instant requestedAt) {
        underWay.computeIfAbsent(name, _ -> new Running(requestedAt, next(name)));
        if (rows.finish(name)) {
            LOG.info("Projection {} is rebuilt", name);
            stop(name);
        }
    }

    private NextProcessor next(String name) {
        var processor = processors.next(Objects.requireNonNull(projections.get(name)), Objects.requireNonNull(axon));
        processor.start();
        return processor;
    }

    private void stop(String name) {
        var rebuild = underWay.remove(name);
        if (rebuild != null) {
            rebuild.processor().close();
            claim.accept(name);
        }
    }

    /** Whether it is one of these, and now claimed again. */
    void claimAgain(String processor) {
        underWay.values().stream()
                .map(Running::processor)
                .filter(it -> it.name().equals(processor))
                .forEach(NextProcessor::claimAgain);
    }

    synchronized void stopAll() {
        underWay.keySet().forEach(this::stop);
    }
}
