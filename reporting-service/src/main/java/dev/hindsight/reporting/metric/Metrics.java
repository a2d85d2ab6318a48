package dev.hindsight.reporting.metric;

import dev.hindsight.folds.incident.DurationName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        return Stream.of(
                        Stream.of(INCIDENT_COUNT, BY_STATUS, OPENED, OPEN, OVERDUE, UNOWNED, UNDATED, COMPLETED),
                        Arrays.stream(DurationName.values()).map(Metrics::of),
                        Arrays.stream(DurationName.values()).flatMap(name -> median(name).stream()))
                .flatMap(metrics -> metrics)
                .toList();
    }

    public static MetricDefinition of(DurationName name) {
        return switch (name) {
            case TIME_TO_DETECT -> duration(name, "first", "someone or something noticed");
            case TIME_TO_ACKNOWLEDGE -> duration(name, "first", "someone took it up");
            case TIME_TO_MITIGATE -> duration(name, "last", "the harm stopped");
            case TIME_TO_RESOLVE -> duration(name, "last", "it was over");
        };
    }

    /** Empty for what has ended for every incident that is recorded: somebody noticed it, and took it up. */
    public static Optional<MetricDefinition> median(DurationName name) {
        return switch (name) {
            case TIME_TO_DETECT, TIME_TO_ACKNOWLEDGE -> Optional.empty();
            case TIME_TO_MITIGATE, TIME_TO_RESOLVE -> Optional.of(median(of(name), reached(name)));
        };
    }

    /** What an incident is at the end of a duration. */
    public static String reached(DurationName name) {
        return switch (name) {
            case TIME_TO_DETECT -> "detected";
            case TIME_TO_ACKNOWLEDGE -> "acknowledged";
            case TIME_TO_MITIGATE -> "mitigated";
            case TIME_TO_RESOLVE -> "resolved";
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

    private static MetricDefinition duration(DurationName name, String occurrence, String until) {
        var end = reached(name);
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

    private static MetricDefinition median(MetricDefinition of, String reached) {
        return metric(
                "median-" + of.id(),
                "Time within which half are " + reached,
                "The time from the start of the impact within which half of the incidents are " + reached
                        + ", those that still go on included: each counts as one that takes longer than it has gone on"
                        + " when the log gave the position of the report.",
                of.start(),
                of.end(),
                of.occurrence(),
                INCIDENTS,
                "Drills, false alarms, and incidents merged into others. Incidents that are over and lack one of both"
                        + " times, or have times out of order, as nothing tells how long they took; those that go on"
                        + " without a start of the impact.",
                "seconds",
                "The median of Kaplan and Meier (1958): the shortest time that at most half are estimated to take longer"
                        + " than. Its 95 % interval is that of Brookmeyer and Crowley (1982), with the variance of"
                        + " Greenwood (1926) on the scale of log(-log); an end of it that the data do not reach is not"
                        + " told. Times known only as an interval are taken at their shortest and at their longest, and"
                        + " the median is the range between what comes of either. It is not reached while more than half"
                        + " are estimated to take longer than the longest time known. It is told from 6 incidents on"
                        + " that are " + reached + " or have gone on for longer.");
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
