package dev.hindsight.contracts.policy;

import dev.hindsight.contracts.incident.Severity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How soon action items are to be done, and how they are chased.
 *
 * @param dueWithinDays calendar days, for each severity of the incident
 * @param chase null where nothing is said: then {@link ChaseRules#standard()} holds
 */
public record ActionItemPolicy(
        Map<Severity, Integer> dueWithinDays, @Nullable ChaseRules chase) {

    public ActionItemPolicy {
        dueWithinDays = EverySeverity.copy(dueWithinDays);
    }

    /** What holds before anyone sets another policy. */
    public static ActionItemPolicy standard() {
        return new ActionItemPolicy(
                Map.of(Severity.SEV1, 15, Severity.SEV2, 30, Severity.SEV3, 60, Severity.SEV4, 60, Severity.SEV5, 60),
                null);
    }

    public ChaseRules chaseRules() {
        return chase == null ? ChaseRules.standard() : chase;
    }

    public int dueWithinDays(Severity severity) {
        return EverySeverity.value(dueWithinDays, severity);
    }
}
