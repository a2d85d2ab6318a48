package dev.hindsight.reporting.executive;

import dev.hindsight.folds.incident.DurationName;
import dev.hindsight.reporting.executive.ExecutiveReport.Median;
import dev.hindsight.reporting.executive.ExecutiveReport.MedianStatus;
import dev.hindsight.reporting.executive.ExecutiveReport.Value;
import dev.hindsight.reporting.metric.Metrics;
import dev.hindsight.reporting.statistics.Range;
import dev.hindsight.reporting.statistics.Survival;
import dev.hindsight.reporting.statistics.Survival.Lasted;
import dev.hindsight.reporting.statistics.Survival.Telling;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells within which time half have ended, without leaving out those that go on, of which the longest are the most likely.
 *
 * <p>Times that are known only as intervals are taken at their shortest and at their longest: the median is told as the range
 * between what comes of either.
 */
final class MedianFigures {

    private MedianFigures() {}

    /** Null for what has ended for every incident that is recorded, whether its time is or not. */
    static @Nullable Median of(DurationName name, List<Value> values) {
        return Metrics.median(name).isEmpty() ? null : median(Metrics.reached(name), values);
    }

    private static Median median(String reached, List<Value> values) {
        var shortest = survival(values, Range::least);
        var longest = survival(values, Range::most);
        var status = status(shortest.telling(), longest.telling());
        int ended = Math.toIntExact(values.stream()
                .filter(value -> !DurationFigures.range(value).isEmpty())
                .count());
        int goingOn = Math.toIntExact(
                values.stream().filter(value -> value.goingOn() != null).count());
        boolean told = status == MedianStatus.TOLD;
        boolean enough = status != MedianStatus.NOT_ENOUGH_DATA;
        return new Median(
                status,
                ended,
                goingOn,
                told ? range(shortest.median(), longest.median()) : null,
                enough ? earlier(shortest.atLeast(), longest.atLeast()) : null,
                enough ? later(shortest.atMost(), longest.atMost()) : null,
                words(status, reached, ended, goingOn));
    }

    private static Survival survival(List<Value> values, ToLongFunction<Range> end) {
        List<Lasted> all = new ArrayList<>();
        for (var value : values) {
            DurationFigures.range(value).forEach(range -> all.add(new Lasted(end.applyAsLong(range), true)));
            var goingOn = value.goingOn();
            if (goingOn != null) {
                all.add(new Lasted(end.applyAsLong(goingOn), false));
            }
        }
        return new Survival(all);
    }

    /** What both tell is told; where one does not reach the median, nobody can say that it is reached. */
    private static MedianStatus status(Telling shortest, Telling longest) {
        if (shortest == Telling.TOO_FEW || longest == Telling.TOO_FEW) {
            return MedianStatus.NOT_ENOUGH_DATA;
        }
        return shortest == Telling.MEDIAN && longest == Telling.MEDIAN ? MedianStatus.TOLD : MedianStatus.NOT_REACHED;
    }

    private static Range range(OptionalLong one, OptionalLong other) {
        long first = one.orElseThrow();
        long second = other.orElseThrow();
        return new Range(Math.min(first, second), Math.max(first, second));
    }

    /** The interval is as wide as both together. */
    private static @Nullable Long earlier(OptionalLong one, OptionalLong other) {
        return LongStream.concat(one.stream(), other.stream())
                .boxed()
                .min(Long::compare)
                .orElse(null);
    }

    /** Where one has no end, both together have none. */
    private static @Nullable Long later(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent() ? Math.max(one.getAsLong(), other.getAsLong()) : null;
    }

    private static String words(MedianStatus status, String reached, int ended, int goingOn) {
        return switch (status) {
            case TOLD -> "Including those that still go on, half are %s within this time.".formatted(reached);
            case NOT_REACHED ->
                "Not reached: including those that still go on, half are not %s yet.".formatted(reached);
            case NOT_ENOUGH_DATA ->
                "Not enough data to tell: it takes at least %d incidents that are %s or have gone on for longer; %d %s, and %d %s on."
                        .formatted(
                                Survival.needed(),
                                reached,
                                ended,
                                ended == 1 ? "is" : "are",
                                goingOn,
                                goingOn == 1 ? "goes" : "go");
        };
    }
}
