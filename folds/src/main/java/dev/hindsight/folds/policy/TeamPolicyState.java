package dev.hindsight.folds.policy;

import dev.hindsight.contracts.policy.PolicyEvent.TeamPolicySet;
import dev.hindsight.contracts.policy.TeamPolicy;
import dev.hindsight.folds.Recorded;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy of one team as one version of it says.
 *
 * @param setAt null for what holds before anyone has set it
 * @param setBy subject id
 * @param version how often it was set
 */
public record TeamPolicyState(
        String team,
        String zone,
        List<DayOfWeek> workingDays,
        LocalTime remindAt,
        LocalTime quietFrom,
        LocalTime quietTo,
        List<String> leads,
        @Nullable String executive,
        @Nullable String reason,
        @Nullable Instant setAt,
        @Nullable String setBy,
        long version) {

    /** What holds before anyone sets another policy. */
    public static TeamPolicyState standard(String team) {
        return of(team, TeamPolicy.standard(), null, null, null, 0);
    }

    static TeamPolicyState of(Recorded<?> recorded, TeamPolicySet set) {
        return of(
                set.team(),
                set.policy(),
                set.reason(),
                recorded.recordedAt(),
                recorded.recordedBy(),
                recorded.sequence() + 1);
    }

    private static TeamPolicyState of(
            String team,
            TeamPolicy policy,
            @Nullable String reason,
            @Nullable Instant setAt,
            @Nullable String setBy,
            long version) {
        return new TeamPolicyState(
                team,
                policy.zone(),
                policy.workingDays(),
                policy.remindAt(),
                policy.quietFrom(),
                policy.quietTo(),
                policy.leads(),
                policy.executive(),
                reason,
                setAt,
                setBy,
                version);
    }

    /** The values alone. */
    public TeamPolicy policy() {
        return new TeamPolicy(zone, workingDays, remindAt, quietFrom, quietTo, leads, executive);
    }
}
