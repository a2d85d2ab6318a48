package dev.hindsight.gateway.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report as the service answers it; the page shows all of it. */
public record ExecutiveReport(
        long position,
        @Nullable Instant recordedAt,
        Scope scope,
        List<DefinitionUsed> definitions,
        Incidents incidents,
        ActionItems actionItems,
        List<DurationOverview> durations) {

    public record Scope(
            @Nullable Instant from,
            @Nullable Instant to,
            LocalDate asOf,
            @Nullable List<String> teams,
            String readable) {}

    public record DefinitionUsed(String id, int version) {}

    public record Incidents(
            Count total,
            List<BySeverity> bySeverity,
            List<ByStatus> byStatus,
            List<OpenIncident> open,
            int drillsLeftOut) {}

    public record Count(int count, double low, double high) {}

    public record BySeverity(String severity, Count count) {}

    public record ByStatus(String status, int count) {}

    public record OpenIncident(String reference, String title, String severity, String status, String team) {}

    public record ActionItems(int opened, int open, int overdue, int unowned, int undated, int completed) {}
}
