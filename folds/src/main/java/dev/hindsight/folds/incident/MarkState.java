package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.time.OccurredAt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mark as it was recorded. */
public record MarkState(
        Mark mark,
        OccurredAt occurredAt,
        int episode,
        Instant recordedAt,
        @Nullable String recordedBy) {}
