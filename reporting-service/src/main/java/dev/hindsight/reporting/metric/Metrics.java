package dev.hindsight.reporting.metric;

import dev.hindsight.folds.incident.DurationName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The registry: every figure that a report states, defined. */
public final class Metrics {

    private static final String INCIDENTS =
            "Incidents that the reader may see, whose impact started in the period; where no start of the impact is"
                    + " recorded, their declaration, else their recording.";
    private static final String NO_DRILLS = "Drills.";
    private static final String ITEMS =
            "Action items opened before the end of the period, that follow only from incidents the reader may see.";
    private static final String STOCK = "It is a complete count of what is recorded, so it has no interval.";

    private static final MetricDefinition INCIDENT_COUNT = new MetricDefinition(
            "incidents",
            1,
            "Incidents",
            "How many incidents there were, in all and by severity.",
            null,
            null,
            null,
            INCIDENTS,
            NO_DRILLS,
            "incidents",
            "The exact 95 % Poisson interval (Garwood) of the rate behind the count: what the usual count of such a period"
                    + " may be, given this one.");
    private static final MetricDefinition BY_STATUS = count(
            "incidents-by-status",
            "Where incidents stand",
            "How many of these incidents stand where, as last recorded.",
            INCIDENTS,
            NO_DRILLS,
            "incidents");
    private static final MetricDefinition OPENED = items(
            "action-items-opened",
            "Action items opened",
            "How many were recorded in the period, whatever became of them.");
    private static final MetricDefinition OPEN = items(
            "action-items-open",
            "Action items open",
            "How many are not done, rejected or dropped, as last recorded. Deferred ones and those that did not help are open.");
    private static final MetricDefinition OVERDUE = items(
                    "action-items-overdue",
                    "Action items overdue",
                    "How many of the open ones were due before the day the report looks from. Those without a due date"
                            + " are not among them, but counted as undated; nor are those that are deferred, as they wait"
                            + " with leave.")
            .withVersion(2);
    private static final MetricDefinition UNOWNED =
            items("action-items-unowned", "Action items without an owner", "How many of the open ones nobody owns.");
    private static final MetricDefinition UNDATED = items(
            "action-items-undated", "Action items without a due date", "How many of the open ones have no due date.");
    private static final MetricDefinition COMPLETED = items(
            "action-items-completed",
            "Action items completed",
            "How many are done, verified or not, as last recorded.");

    private Metrics() {}

    public static List<MetricDefinition> all() {
        return Stream.concat(
                        Stream.of(INCIDENT_COUNT, BY_STATUS, OPENED, OPEN, OVERDUE, UNOWNED, UNDATED, COMPLETED),
                        Arrays.stream(DurationName.values()).map(Metrics::of))
                .toList();
    }

    public static MetricDefinition of(DurationName name) {
        return switch (name) {
            case TIME_TO_DETECT -> duration(name, "detected", "first", "someone or something noticed");
            case TIME_TO_ACKNOWLEDGE -> duration(name, "acknowledged", "first", "someone took it up");
            case TIME_TO_MITIGATE -> duration(name, "mitigated", "last", "the harm stopped");
            case TIME_TO_RESOLVE -> duration(name, "resolved", "last", "it was over");
        };
    }

    /** What is missing where a duration has no value, such as {@code detection time}. */
    public static String endInWords(DurationName name) {
        return switch (name) {
            case TIME_TO_DETECT -> "detection";
            case TIME_TO_ACKNOWLEDGE -> "acknowledgement";
            case TIME_TO_MITIGATE -> "mitigation";
            case TIME_TO_RESOLVE -> "resolution";
        };
    }

    private static MetricDefinition duration(DurationName name, String end, String occurrence, String until) {
        var id = name.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return metric(
                id,
                "Time to " + id.substring(id.lastIndexOf('-') + 1),
                "How long it took from the start of the impact until " + until + ".",
                "impact started",
                end,
                "the first start of the impact, the " + occurrence + " time " + end,
                INCIDENTS,
                "Drills; false alarms and incidents merged into others, which are listed as not applicable. Incidents"
                        + " without both times, or with times out of order, are listed with the reason and never counted"
                        + " as zero.",
                "seconds",
                "Quantiles are values that were recorded (Hyndman and Fan 1996, definition 1); one that lies on a time known"
                        + " only as an interval is an interval. Each has its 95 % bootstrap percentile interval, computed"
                        + " exactly. A quantile is told once it is 95 % certain to lie between the smallest and the largest"
                        + " value: from 6 values on for 50 %, 11 for 75 %, 29 for 90 %.");
    }

    private static MetricDefinition items(String id, String title, String meaning) {
        return count(id, title, meaning, ITEMS, "Action items of teams outside the report.", "action items");
    }

    private static MetricDefinition count(
            String id, String title, String meaning, String population, String exclusions, String unit) {
        return metric(id, title, meaning, null, null, null, population, exclusions, unit, STOCK);
    }

    private static MetricDefinition metric(
            String id,
            String title,
            String meaning,
            @Nullable String start,
            @Nullable String end,
            @Nullable String occurrence,
            String population,
            String exclusions,
            String unit,
            String uncertainty) {
        return new MetricDefinition(
                id, 1, title, meaning, start, end, occurrence, population, exclusions, unit, uncertainty);
    }
}
