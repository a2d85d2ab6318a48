package dev.hindsight.folds.policy;

import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.policy.ActionItemPolicy;
import dev.hindsight.contracts.policy.PolicyEvent.ActionItemPolicySet;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policy on action items as one version of it says.
 *
 * @param dueWithinDays calendar days, for each severity of the incident
 * @param setAt null for what holds before anyone has set it
 * @param setBy subject id
 * @param version how often it was set
 */
public record ActionItemPolicyState(
        Map<Severity, Integer> dueWithinDays,
        @Nullable String reason,
        @Nullable Instant setAt,
        @Nullable String setBy,
        long version) {

    /** What holds before anyone sets another policy. */
    public static ActionItemPolicyState standard() {
        return new ActionItemPolicyState(ActionItemPolicy.standard().dueWithinDays(), null, null, null, 0);
    }

    static ActionItemPolicyState of(Recorded<?> recorded, ActionItemPolicySet set) {
        return new ActionItemPolicyState(
                set.policy().dueWithinDays(),
                set.reason(),
                recorded.recordedAt(),
                recorded.recordedBy(),
                recorded.sequence() + 1);
    }
}
