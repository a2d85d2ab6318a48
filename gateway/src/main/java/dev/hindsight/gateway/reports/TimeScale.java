package dev.hindsight.gateway.reports;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Seconds on a logarithmic scale, in percent of its width; whatever is shorter than its left end stands at that end. */
final class TimeScale {

    private static final List<Tick> TICKS = List.of(
            new Tick(1, "1 s or less"),
            new Tick(10, "10 s"),
            new Tick(60, "1 min"),
            new Tick(600, "10 min"),
            new Tick(3600, "1 h"),
            new Tick(21_600, "6 h"),
            new Tick(86_400, "1 d"),
            new Tick(604_800, "7 d"),
            new Tick(2_592_000, "30 d"),
            new Tick(31_536_000, "1 y"),
            new Tick(315_360_000, "10 y"),
            new Tick(3_153_600_000L, "100 y"));
    private static final double LEFT = 3;
    private static final double WIDTH = 93;

    private record Tick(long seconds, String label) {}

    /** A line across the plot, with what it stands for. */
    record Line(String x, String label) {}

    private final List<Tick> shown;

    /** Reaches from the mark at or below the smallest of these values to the one at or above the largest. */
    TimeScale(List<Long> seconds) {
        long smallest = all(seconds).min().orElse(60);
        long largest = all(seconds).max().orElse(86_400);
        int first = 0;
        while (first < TICKS.size() - 2 && TICKS.get(first + 1).seconds <= smallest) {
            first++;
        }
        int last = first + 1;
        while (last < TICKS.size() - 1 && TICKS.get(last).seconds < largest) {
            last++;
        }
        shown = TICKS.subList(first, last + 1);
    }

    private static LongStream all(List<Long> seconds) {
        return seconds.stream().mapToLong(Long::longValue);
    }

    double percent(long seconds) {
        double from = Math.log(shown.getFirst().seconds);
        double to = Math.log(shown.getLast().seconds);
        double at = (Math.log(Math.max(seconds, 1)) - from) / (to - from);
        return LEFT + WIDTH * Math.clamp(at, 0, 1);
    }

    String x(long seconds) {
        return inPercent(percent(seconds));
    }

    static String inPercent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    List<Line> lines() {
        return shown.stream().map(tick -> new Line(x(tick.seconds), tick.label)).toList();
    }
}
