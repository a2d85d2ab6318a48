package dev.hindsight.log;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/** Shows head, queue, processors and rebuilds as gauges, which tell the truth also when no event flows, and counts snapshots. */
public final class LogMetrics implements MeterBinder {

    private final EventLog log;

    public LogMetrics(EventLog log) {
        this.log = log;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "hindsight.log.head", "last position given", sight -> sight.head());
        gauge(registry, "hindsight.log.pending", "entries without a position", sight -> sight.pending());
        gauge(registry, "hindsight.log.pending.age", "seconds that the oldest of them waits", LogMetrics::age);
        counter(registry, "hindsight.snapshots.taken", "states of aggregates kept", Snapshots::countOfTaken);
        counter(registry, "hindsight.snapshots.failed", "snapshots that could not be taken", Snapshots::countOfFailed);
        counter(
                registry,
                "hindsight.snapshots.unreadable",
                "snapshots passed over for the events",
                Snapshots::countOfUnreadable);
        for (var processor : log.processors()) {
            ofProcessor(registry, "hindsight.processor.position", processor, ProcessorProgress::position);
            ofProcessor(registry, "hindsight.processor.lag", processor, ProcessorProgress::lag);
            ofProcessor(registry, "hindsight.processor.failing", processor, progress -> progress.failing() ? 1 : 0);
        }
        for (var projection : log.projectionNames()) {
            ofRebuild(
                    registry, "hindsight.rebuild.position", "last position built anew", projection, Rebuild::position);
            ofRebuild(registry, "hindsight.rebuild.target", "position it has to reach", projection, Rebuild::target);
        }
    }

    private void gauge(
            MeterRegistry registry, String name, String description, ToDoubleFunction<LogWatch.Sight> value) {
        Gauge.builder(name, log, it -> value.applyAsDouble(it.lastSight()))
                .description(description)
                .register(registry);
    }

    private void counter(MeterRegistry registry, String name, String description, ToDoubleFunction<Snapshots> count) {
        FunctionCounter.builder(name, log.snapshots(), count)
                .description(description)
                .register(registry);
    }

    private void ofProcessor(
            MeterRegistry registry, String name, String processor, ToDoubleFunction<ProcessorProgress> value) {
        Gauge.builder(
                        name,
                        log,
                        it -> it.lastSight().processors().stream()
                                .filter(progress -> progress.name().equals(processor))
                                .mapToDouble(value)
                                .findFirst()
                                .orElse(Double.NaN))
                .tags(Tags.of("processor", processor))
                .register(registry);
    }

    /** A number only while one runs. */
    private void ofRebuild(
            MeterRegistry registry,
            String name,
            String description,
            String projection,
            ToDoubleFunction<Rebuild> value) {
        Gauge.builder(
                        name,
                        log,
                        it -> it.lastSight().rebuild(projection).stream()
                                .mapToDouble(value)
                                .findFirst()
                                .orElse(Double.NaN))
                .description(description)
                .tags(Tags.of("projection", projection))
                .register(registry);
    }

    private static double age(LogWatch.Sight sight) {
        var oldest = sight.oldestPending();
        return oldest == null ? 0 : Duration.between(oldest, Instant.now()).toMillis() / 1000.0;
    }
}
