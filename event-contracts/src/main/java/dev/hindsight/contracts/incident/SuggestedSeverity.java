package dev.hindsight.contracts.incident;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A severity that follows from facts by a rule.
 *
 * @param rule name and version of the classification
 * @param finding which clause of it is met
 * @param level the classification's own word: critical, high, medium or low
 * @param measured what was measured, such as the delay in percent
 * @param threshold from which the clause is met, in the same unit
 * @param arithmetic how it was computed, in words and figures
 * @param evidence the series it was computed from; null where the figures were stated
 */
public record SuggestedSeverity(
        String rule,
        String finding,
        String level,
        Severity severity,
        @Nullable BigDecimal measured,
        @Nullable BigDecimal threshold,
        String arithmetic,
        @Nullable UUID evidence) {}
