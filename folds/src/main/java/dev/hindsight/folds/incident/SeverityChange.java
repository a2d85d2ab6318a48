package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That the severity was changed, and why. */
public record SeverityChange(
        Severity before,
        Severity after,
        String reason,
        Instant recordedAt,
        @Nullable String recordedBy) {}
