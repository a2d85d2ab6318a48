package dev.hindsight.gateway.reports;

import dev.hindsight.gateway.reports.DurationOverview.Range;
import dev.hindsight.gateway.reports.DurationOverview.Value;
import dev.hindsight.gateway.reports.TimeScale.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Every incident a dot: a lane for each duration, on one logarithmic scale. A value known only as an interval is a bar
 * from its shortest to its longest; a missing one is not drawn. Across is in percent and down in pixels, so that the
 * plot fits every width with letters of the same size.
 */
public record DotPlot(List<Line> scale, List<Lane> lanes, int height, int axis) {

    private static final int LANE = 84;
    private static final int MIDDLE = 52;
    private static final int STEP = 8;
    private static final int ROWS = 5;
    private static final double TOO_CLOSE = 1.5;

    /** Of one duration; {@code top} to {@code bottom} is where its lines reach. */
    public record Lane(
            String title, int label, int top, int bottom, List<Dot> dots, List<Bar> bars, List<Mark> marks) {}

    public record Dot(String x, int y) {}

    public record Bar(String from, String to, int y) {}

    /** A quantile, where there is enough data for one. */
    public record Mark(String x, String kind) {}

    static DotPlot of(List<DurationOverview> durations) {
        var scale = new TimeScale(durations.stream()
                .flatMap(duration -> ranges(duration).flatMap(range -> Stream.of(range.least(), range.most())))
                .toList());
        List<Lane> lanes = new ArrayList<>();
        for (var duration : durations) {
            lanes.add(lane(duration, scale, lanes.size() * LANE));
        }
        return new DotPlot(scale.lines(), lanes, durations.size() * LANE + 28, durations.size() * LANE + 8);
    }

    public boolean isEmpty() {
        return lanes.stream().allMatch(lane -> lane.dots.isEmpty() && lane.bars.isEmpty());
    }

    public boolean hasQuantiles() {
        return lanes.stream().anyMatch(lane -> !lane.marks.isEmpty());
    }

    private static Lane lane(DurationOverview duration, TimeScale scale, int top) {
        var rows = new Rows(top + MIDDLE);
        return new Lane(
                duration.title(),
                top + 18,
                top + 26,
                top + LANE - 4,
                ranges(duration)
                        .filter(range -> range.least() == range.most())
                        .map(range -> new Dot(scale.x(range.least()), rows.next(scale.percent(range.least()))))
                        .toList(),
                ranges(duration)
                        .filter(range -> range.least() < range.most())
                        .map(range -> new Bar(
                                scale.x(range.least()), scale.x(range.most()), rows.next(scale.percent(range.most()))))
                        .toList(),
                duration.quantiles().stream()
                        .flatMap(quantile -> Stream.ofNullable(quantile.seconds())
                                .map(seconds -> new Mark(scale.x(seconds.most()), "p" + quantile.percent())))
                        .toList());
    }

    private static Stream<Range> ranges(DurationOverview duration) {
        return duration.values().stream().map(Value::range).filter(Objects::nonNull);
    }

    /** Puts what would cover each other above and below the middle in turn. */
    private static final class Rows {
        private final Map<Long, Integer> taken = new HashMap<>();
        private final int middle;

        private Rows(int middle) {
            this.middle = middle;
        }

        private int next(double percent) {
            int place = taken.merge(Math.round(percent / TOO_CLOSE), 1, Integer::sum) - 1;
            int row = place % ROWS;
            int away = (row + 1) / 2;
            return middle + (row % 2 == 0 ? away : -away) * STEP;
        }
    }
}
