package dev.hindsight.gateway.reports;

import dev.hindsight.gateway.incidents.DurationWording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One duration over all incidents, with those that have none.
 *
 * @param median null for what has ended for every incident
 */
public record DurationOverview(
        String name,
        String title,
        Coverage coverage,
        List<Quantile> quantiles,
        @Nullable MedianOverview median,
        List<Value> values) {

    public record Coverage(int withValue, int applicable, String words) {}

    /** Seconds, somewhere between two values. */
    public record Range(long least, long most) {

        public String inWords() {
            return least == most ? plain(least) : "between " + plain(least) + " and " + plain(most);
        }
    }

    public record Quantile(
            int percent, @Nullable Range seconds, @Nullable Range interval, String words) {

        /** In words that need no statistics. */
        public String told() {
            if (seconds == null || interval == null) {
                return words;
            }
            var share = switch (percent) {
                case 50 -> "Half";
                case 75 -> "Three in four";
                case 90 -> "Nine in ten";
                default -> percent + " %";
            };
            return "%s took at most %s%s. Given how few there are, it may really be from %s to %s (95 %% confidence)."
                    .formatted(
                            share,
                            seconds.least() == seconds.most() ? "" : "a time ",
                            seconds.inWords(),
                            plain(interval.least()),
                            plain(interval.most()));
        }
    }

    public record Value(
            String reference,
            String status,
            @Nullable Long seconds,
            @Nullable Long leastSeconds,
            @Nullable Long mostSeconds,
            @Nullable Range goingOn,
            String reason) {

        public @Nullable Range range() {
            return leastSeconds == null || mostSeconds == null ? null : new Range(leastSeconds, mostSeconds);
        }

        /** What stands in the place of a missing value. */
        public String missing() {
            if (goingOn != null) {
                return "goes on, for at least " + plain(goingOn.least());
            }
            return switch (status) {
                case "PENDING" -> "not recorded";
                case "NOT_APPLICABLE" -> "not measured";
                case "INVALID" -> "times out of order";
                default -> "not known";
            };
        }
    }

    /** What is to be said of the median; empty where there is none. */
    public String medianTold() {
        return median == null ? "" : median.told(name.equals("TIME_TO_MITIGATE") ? "mitigated" : "resolved");
    }

    /** Incidents without a value that share the reason. */
    public record Missing(String reason, List<String> references) {}

    public List<Missing> missing() {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        values.stream()
                .filter(value -> value.range() == null)
                .forEach(value -> byReason.computeIfAbsent(value.reason(), _ -> new ArrayList<>())
                        .add(value.reference()));
        return byReason.entrySet().stream()
                .map(each -> new Missing(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }

    private static String plain(long seconds) {
        return DurationWording.plain(Duration.ofSeconds(seconds));
    }
}
