package dev.hindsight.gateway.incidents;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One incident as the list shows it. */
public record IncidentSummary(
        String reference,
        String title,
        @Nullable String severity,
        String status,
        String mode,
        @Nullable String team,
        String visibility,
        @Nullable Instant startedAt,
        @Nullable Instant detectedAt,
        @Nullable Instant mitigatedAt,
        @Nullable Instant resolvedAt) {

    public @Nullable Duration untilDetected() {
        return sinceStart(detectedAt);
    }

    public @Nullable Duration untilMitigated() {
        return sinceStart(mitigatedAt);
    }

    public @Nullable Duration untilResolved() {
        return sinceStart(resolvedAt);
    }

    /** Whether its mitigation is still to come, so that a missing time is no gap. */
    public boolean isMitigationAhead() {
        return status.equals("TRIAGE") || status.equals("ACTIVE");
    }

    public boolean isOpen() {
        return isMitigationAhead() || status.equals("MITIGATED");
    }

    private @Nullable Duration sinceStart(@Nullable Instant end) {
        return startedAt == null || end == null ? null : Duration.between(startedAt, end);
    }
}
