package dev.hindsight.contracts.incident;

import dev.hindsight.contracts.time.OccurredAt;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one impact was. A correction states it anew as a whole.
 *
 * @param from when it began
 * @param until when it ended; null while it goes on or where it is not known
 * @param quantity how much, in the unit beside it; null where nobody counted
 * @param feltBy who felt it: a group, never a person's name
 */
public record ImpactFacts(
        ImpactKind kind,
        OccurredAt from,
        @Nullable OccurredAt until,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable String feltBy,
        @Nullable String note) {}
