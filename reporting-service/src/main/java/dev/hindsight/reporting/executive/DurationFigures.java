package dev.hindsight.reporting.executive;

import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.incident.DurationName;
import dev.hindsight.folds.incident.DurationStatus;
import dev.hindsight.folds.incident.MeasuredDuration;
import dev.hindsight.reporting.executive.ExecutiveReport.Coverage;
import dev.hindsight.reporting.executive.ExecutiveReport.Duration;
import dev.hindsight.reporting.executive.ExecutiveReport.Quantile;
import dev.hindsight.reporting.executive.ExecutiveReport.StatusCount;
import dev.hindsight.reporting.executive.ExecutiveReport.Value;
import dev.hindsight.reporting.facts.IncidentFact;
import dev.hindsight.reporting.metric.Metrics;
import dev.hindsight.reporting.statistics.Range;
import dev.hindsight.reporting.statistics.Sample;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Brings the durations of many incidents together, without taking a missing one for zero. */
final class DurationFigures {

    private static final int[] PERCENTS = {50, 75, 90};

    private DurationFigures() {}

    /**
     * One for each name, from incidents in the order of their ids.
     *
     * @param until when it was last known that what goes on goes on; null where nothing is recorded
     */
    static List<Duration> of(List<IncidentFact> incidents, @Nullable Instant until) {
        Map<DurationName, List<Value>> values = new EnumMap<>(DurationName.class);
        for (var name : DurationName.values()) {
            values.put(name, new ArrayList<>());
        }
        for (var incident : incidents) {
            for (var measured : incident.measured()) {
                values.computeIfAbsent(measured.name(), _ -> new ArrayList<>()).add(value(incident, measured, until));
            }
        }
        return values.entrySet().stream()
                .map(each -> duration(each.getKey(), each.getValue()))
                .toList();
    }

    private static Value value(IncidentFact incident, MeasuredDuration measured, @Nullable Instant until) {
        return new Value(
                incident.incidentId(),
                incident.reference(),
                measured.status(),
                measured.seconds(),
                measured.leastSeconds(),
                measured.mostSeconds(),
                incident.goesOnSince(measured.name())
                        .flatMap(since -> elapsed(since, until))
                        .orElse(null),
                measured.reason());
    }

    /** Nothing of what is said to start later: no time of it has passed. */
    private static Optional<Range> elapsed(OccurredAt since, @Nullable Instant until) {
        if (until == null || until.isBefore(since.latest())) {
            return Optional.empty();
        }
        return Optional.of(new Range(
                ChronoUnit.SECONDS.between(since.latest(), until),
                ChronoUnit.SECONDS.between(since.earliest(), until)));
    }

    private static Duration duration(DurationName name, List<Value> values) {
        var sample = new Sample(
                values.stream().flatMap(value -> range(value).stream()).toList());
        return new Duration(
                name,
                Metrics.of(name).title(),
                coverage(name, values, sample.size()),
                Arrays.stream(DurationStatus.values())
                        .map(status -> new StatusCount(status, count(values, status)))
                        .toList(),
                IntStream.of(PERCENTS)
                        .mapToObj(percent -> quantile(percent, sample))
                        .toList(),
                MedianFigures.of(name, values),
                values);
    }

    /** From the shortest to the longest that the times of an incident allow; none of one without a value. */
    static List<Range> range(Value value) {
        var least = value.leastSeconds();
        var most = value.mostSeconds();
        return least == null || most == null ? List.of() : List.of(new Range(least, most));
    }

    private static Coverage coverage(DurationName name, List<Value> values, int withValue) {
        int applicable = values.size() - count(values, DurationStatus.NOT_APPLICABLE);
        var end = Metrics.endInWords(name);
        var words = applicable == 0
                ? "There is no incident to measure."
                : "%d of %d %s %s a measured %s time%s."
                        .formatted(
                                withValue,
                                applicable,
                                applicable == 1 ? "incident" : "incidents",
                                withValue == 1 ? "has" : "have",
                                end,
                                intervals(count(values, DurationStatus.INTERVAL)));
        return new Coverage(withValue, applicable, words);
    }

    private static String intervals(int intervals) {
        return intervals == 0 ? "" : ", %d of them known only as an interval".formatted(intervals);
    }

    private static int count(List<Value> values, DurationStatus status) {
        return Math.toIntExact(
                values.stream().filter(value -> value.status() == status).count());
    }

    private static Quantile quantile(int percent, Sample sample) {
        if (!sample.tells(percent)) {
            return new Quantile(
                    percent,
                    null,
                    null,
                    "Not enough data to tell: it takes %d values, and there %s %d."
                            .formatted(Sample.needed(percent), sample.size() == 1 ? "is" : "are", sample.size()));
        }
        return new Quantile(
                percent,
                sample.quantile(percent),
                sample.bootstrapInterval(percent),
                "%d %% of the recorded values are at most this.".formatted(percent));
    }
}
