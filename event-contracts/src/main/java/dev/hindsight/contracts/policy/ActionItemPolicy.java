package dev.hindsight.contracts.policy;

import dev.hindsight.contracts.incident.Severity;
import java.util.Map;

/**
 * How soon action items are to be done.
 *
 * @param dueWithinDays calendar days, for each severity of the incident
 */
public record ActionItemPolicy(Map<Severity, Integer> dueWithinDays) {

    public ActionItemPolicy {
        dueWithinDays = EverySeverity.copy(dueWithinDays);
    }

    /** What holds before anyone sets another policy. */
    public static ActionItemPolicy standard() {
        return new ActionItemPolicy(
                Map.of(Severity.SEV1, 15, Severity.SEV2, 30, Severity.SEV3, 60, Severity.SEV4, 60, Severity.SEV5, 60));
    }

    public int dueWithinDays(Severity severity) {
        return EverySeverity.value(dueWithinDays, severity);
    }
}
