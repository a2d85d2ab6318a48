package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.UpdateAudience;
import dev.hindsight.contracts.time.OccurredAt;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was told to an audience.
 *
 * @param nextDue when the next one was promised; null if none was
 */
public record StatusUpdate(
        UUID updateId,
        UpdateAudience audience,
        String text,
        @Nullable Instant nextDue,
        OccurredAt occurredAt,
        Instant recordedAt,
        @Nullable String recordedBy) {}
