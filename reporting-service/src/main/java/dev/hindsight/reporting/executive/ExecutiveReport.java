package dev.hindsight.reporting.executive;

import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.folds.incident.DurationName;
import dev.hindsight.folds.incident.DurationStatus;
import dev.hindsight.reporting.statistics.Range;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The figures for those who decide about risk. The same position and scope give the same bytes. */
public record ExecutiveReport(
        long position,
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
     * @param values every incident, in the order of ids; those without a value with the reason
     */
    public record Duration(
            DurationName name,
            String title,
            Coverage coverage,
            List<StatusCount> statuses,
            List<Quantile> quantiles,
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

    public record Value(
            UUID incidentId,
            String reference,
            DurationStatus status,
            @Nullable Long seconds,
            @Nullable Long leastSeconds,
            @Nullable Long mostSeconds,
            String reason) {}
}
