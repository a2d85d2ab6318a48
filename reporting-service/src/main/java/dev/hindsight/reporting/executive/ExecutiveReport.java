package dev.hindsight.reporting.executive;

import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.folds.incident.DurationName;
import dev.hindsight.folds.incident.DurationStatus;
import dev.hindsight.reporting.statistics.Range;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The figures for those who decide about risk. The same position and scope give the same bytes.
 *
 * @param recordedAt when the log gave that position: what goes on has gone on until then; null where nothing is recorded
 */
public record ExecutiveReport(
        long position,
        @Nullable Instant recordedAt,
        ReportScope scope,
        List<DefinitionUsed> definitions,
        Incidents incidents,
        ActionItems actionItems,
        List<Duration> durations) {

    public record DefinitionUsed(String id, int version) {}

    /**
     * @param open those that people still work on, the worst first
     * @param drillsLeftOut how many drills the period had, which no figure includes
     */
    public record Incidents(
            Count total,
            List<BySeverity> bySeverity,
            List<ByStatus> byStatus,
            List<OpenIncident> open,
            int drillsLeftOut) {}

    /** A count with its 95 % interval, rounded to hundredths. */
    public record Count(int count, double low, double high) {}

    public record BySeverity(Severity severity, Count count) {}

    public record ByStatus(IncidentStatus status, int count) {}

    public record OpenIncident(
            UUID incidentId, String reference, String title, Severity severity, IncidentStatus status, String team) {}

    /** @param opened in the period; the others are what there is at its end */
    public record ActionItems(int opened, int open, int overdue, int unowned, int undated, int completed) {}

    /**
     * One duration over all incidents.
     *
     * @param median with those that go on; null where nothing goes on that is measured, as it was noticed and taken up
     * @param values every incident, in the order of ids; those without a value with the reason
     */
    public record Duration(
            DurationName name,
            String title,
            Coverage coverage,
            List<StatusCount> statuses,
            List<Quantile> quantiles,
            @Nullable Median median,
            List<Value> values) {}

    /**
     * @param withValue incidents with a value, exact or as an interval
     * @param applicable incidents that should have one
     */
    public record Coverage(int withValue, int applicable, String words) {}

    public record StatusCount(DurationStatus status, int count) {}

    /**
     * @param seconds null where there are not enough values to tell
     * @param interval its 95 % bootstrap interval; null where there are not enough values to tell
     * @param words what this means, or how many values are missing
     */
    public record Quantile(
            int percent, @Nullable Range seconds, @Nullable Range interval, String words) {}

    public enum MedianStatus {
        TOLD,
        NOT_REACHED,
        NOT_ENOUGH_DATA
    }

    /**
     * The time within which half have ended, where some go on: of these it is known only that they take longer.
     *
     * @param ended incidents with a value
     * @param goingOn incidents that go on, each at least as long as its value says
     * @param seconds null unless told
     * @param atLeast where its 95 % interval begins; null where that cannot be told
     * @param atMost where that interval ends; null where that cannot be told
     * @param words what this means, or why it is not told
     */
    public record Median(
            MedianStatus status,
            int ended,
            int goingOn,
            @Nullable Range seconds,
            @Nullable Long atLeast,
            @Nullable Long atMost,
            String words) {}

    /** @param goingOn seconds for which it has gone on at least; null where it has ended, or that cannot be told */
    public record Value(
            UUID incidentId,
            String reference,
            DurationStatus status,
            @Nullable Long seconds,
            @Nullable Long leastSeconds,
            @Nullable Long mostSeconds,
            @Nullable Range goingOn,
            String reason) {}
}
