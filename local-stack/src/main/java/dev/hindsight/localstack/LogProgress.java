package dev.hindsight.localstack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** How far the log is numbered, sealed and followed by each projection: all as the services themselves tell it. */
record LogProgress(Optional<Log> log, Optional<Seal> seal, List<Projection> projections, List<String> silent) {

    /** The end of the log; {@code pending} entries have no position yet, the oldest of them for some seconds. */
    record Log(long head, long pending, double pendingSeconds) {}

    /** The last position under a signed checkpoint, and how many seconds ago it was signed. */
    record Seal(long position, double ageSeconds, boolean refused) {}

    /** One processor of a service, and in words why it stands still if it does. */
    record Projection(
            String service,
            String name,
            OptionalDouble position,
            OptionalDouble lag,
            boolean failing,
            Optional<String> reason) {}

    private static final String POSITION = "hindsight_processor_position";

    /** Of the services that run: one that is only starting is among the silent. */
    static LogProgress of(List<ServicePages> services) {
        var logs = new ArrayList<Log>();
        var seals = new ArrayList<Seal>();
        var projections = new ArrayList<Projection>();
        var silent = new ArrayList<String>();
        for (var pages : services) {
            var metrics = pages.metrics();
            metrics.flatMap(LogProgress::log).ifPresent(logs::add);
            metrics.flatMap(LogProgress::seal).ifPresent(seals::add);
            metrics.ifPresentOrElse(
                    told -> projections.addAll(projections(pages, told)), () -> silent.add(pages.service()));
        }
        return new LogProgress(
                logs.stream().max(Comparator.comparingLong(Log::head)),
                seals.stream().findFirst(),
                projections,
                silent);
    }

    void print(Progress progress) {
        log.ifPresent(end -> progress.state("log", "head", end.head() + "   " + pending(end)));
        seal.ifPresent(last -> progress.state("seal", last.refused() ? "refused" : "signed", describe(last)));
        for (var projection : projections) {
            progress.state(projection.name(), projection.failing() ? "failing" : "follows", describe(projection));
        }
        silent.forEach(service -> progress.state(service, "silent", "it does not tell how far its projections are"));
    }

    void printJson(ObjectNode answer) {
        log.ifPresent(end -> answer.putObject("log")
                .put("head", end.head())
                .put("pending", end.pending())
                .put("pendingSeconds", end.pendingSeconds()));
        seal.ifPresent(last -> answer.putObject("seal")
                .put("position", last.position())
                .put("checkpointAgeSeconds", last.ageSeconds())
                .put("refused", last.refused()));
        var list = answer.putArray("projections");
        for (var projection : projections) {
            var node = list.addObject().put("service", projection.service()).put("name", projection.name());
            projection.position().ifPresent(position -> node.put("position", (long) position));
            projection.lag().ifPresent(lag -> node.put("lag", (long) lag));
            node.put("failing", projection.failing());
            projection.reason().ifPresent(reason -> node.put("reason", reason));
        }
        var unknown = answer.putArray("silent");
        silent.forEach(unknown::add);
    }

    private static Optional<Log> log(Metrics metrics) {
        var head = metrics.value("hindsight_log_head", Map.of());
        return head.isEmpty()
                ? Optional.empty()
                : Optional.of(new Log(
                        (long) head.getAsDouble(),
                        (long) metrics.value("hindsight_log_pending", Map.of()).orElse(0),
                        metrics.value("hindsight_log_pending_age", Map.of()).orElse(0)));
    }

    private static Optional<Seal> seal(Metrics metrics) {
        var position = metrics.value("hindsight_seal_position", Map.of());
        return position.isEmpty()
                ? Optional.empty()
                : Optional.of(new Seal(
                        (long) position.getAsDouble(),
                        metrics.value("hindsight_seal_checkpoint_age", Map.of()).orElse(0),
                        metrics.value("hindsight_seal_refused", Map.of()).orElse(0) > 0));
    }

    private static List<Projection> projections(ServicePages pages, Metrics metrics) {
        return metrics.named(POSITION).stream()
                .map(Metrics.Sample::labels)
                .map(labels -> {
                    var name = labels.getOrDefault("processor", "?");
                    var failing =
                            metrics.value("hindsight_processor_failing", labels).orElse(0) > 0;
                    return new Projection(
                            pages.service(),
                            name,
                            metrics.value(POSITION, labels),
                            metrics.value("hindsight_processor_lag", labels),
                            failing,
                            failing ? pages.failureOf(name) : Optional.empty());
                })
                .sorted(Comparator.comparing(Projection::name))
                .toList();
    }

    private static String pending(Log log) {
        return log.pending() == 0
                ? "all entries have their position"
                : "%d entries wait for a position, the oldest for %.1f s"
                        .formatted(log.pending(), log.pendingSeconds());
    }

    private static String describe(Seal seal) {
        return "%d   the checkpoint is %.1f s old".formatted(seal.position(), seal.ageSeconds());
    }

    private static String describe(Projection projection) {
        if (projection.position().isEmpty()) {
            return "not started yet   (%s)".formatted(projection.service());
        }
        var behind = (long) projection.lag().orElse(0);
        return "%d   %s%s   (%s)"
                .formatted(
                        (long) projection.position().getAsDouble(),
                        behind == 0 ? "up to date" : behind + " behind",
                        projection.failing() ? ": " + projection.reason().orElse("its log tells why") : "",
                        projection.service());
    }
}
