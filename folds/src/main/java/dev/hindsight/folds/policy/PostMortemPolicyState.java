package dev.hindsight.folds.policy;

import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.policy.PolicyEvent.PostMortemPolicySet;
import dev.hindsight.contracts.policy.PostMortemPolicy;
import dev.hindsight.contracts.policy.SeverityRule;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policy on post-mortems as one version of it says.
 *
 * @param setAt null for what holds before anyone has set it
 * @param setBy subject id
 * @param version how often it was set
 */
public record PostMortemPolicyState(
        String zone,
        Map<Severity, SeverityRule> severities,
        @Nullable String reason,
        @Nullable Instant setAt,
        @Nullable String setBy,
        long version) {

    /** What holds before anyone sets another policy. */
    public static PostMortemPolicyState standard() {
        return of(PostMortemPolicy.standard(), null, null, null, 0);
    }

    static PostMortemPolicyState of(Recorded<?> recorded, PostMortemPolicySet set) {
        return of(set.policy(), set.reason(), recorded.recordedAt(), recorded.recordedBy(), recorded.sequence() + 1);
    }

    private static PostMortemPolicyState of(
            PostMortemPolicy policy,
            @Nullable String reason,
            @Nullable Instant setAt,
            @Nullable String setBy,
            long version) {
        return new PostMortemPolicyState(policy.zone(), policy.severities(), reason, setAt, setBy, version);
    }

    /** The values alone, as {@link PostMortemClock} takes them. */
    public PostMortemPolicy policy() {
        return new PostMortemPolicy(zone, severities);
    }
}
