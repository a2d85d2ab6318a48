package dev.hindsight.folds.policy;

import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.policy.ActionItemPolicy;
import dev.hindsight.contracts.policy.ChaseRules;
import dev.hindsight.contracts.policy.PolicyEvent.ActionItemPolicySet;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policy on action items as one version of it says.
 *
 * @param dueWithinDays calendar days, for each severity of the incident
 * @param chase when those who answer for an item are reminded, and when others are told
 * @param setAt null for what holds before anyone has set it
 * @param setBy subject id
 * @param version how often it was set
 */
public record ActionItemPolicyState(
        Map<Severity, Integer> dueWithinDays,
        ChaseRules chase,
        @Nullable String reason,
        @Nullable Instant setAt,
        @Nullable String setBy,
        long version) {

    /** What holds before anyone sets another policy. */
    public static ActionItemPolicyState standard() {
        return of(ActionItemPolicy.standard(), null, null, null, 0);
    }

    static ActionItemPolicyState of(Recorded<?> recorded, ActionItemPolicySet set) {
        return of(set.policy(), set.reason(), recorded.recordedAt(), recorded.recordedBy(), recorded.sequence() + 1);
    }

    private static ActionItemPolicyState of(
            ActionItemPolicy policy,
            @Nullable String reason,
            @Nullable Instant setAt,
            @Nullable String setBy,
            long version) {
        return new ActionItemPolicyState(policy.dueWithinDays(), policy.chaseRules(), reason, setAt, setBy, version);
    }

    /** The values alone. */
    public ActionItemPolicy policy() {
        return new ActionItemPolicy(dueWithinDays, chase);
    }
}
