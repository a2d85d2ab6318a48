package dev.hindsight.actionitem.chase;

import dev.hindsight.contracts.policy.ChaseRules;
import dev.hindsight.contracts.policy.TeamPolicy;
import dev.hindsight.folds.chase.Ladder;
import dev.hindsight.folds.policy.TeamCalendar;
import dev.hindsight.logkit.PolicyHistories;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/** Finds the policies by which the items of a team are chased. */
@Singleton
public class PoliciesInForce {

    private final PolicyHistories policies;

    public PoliciesInForce(PolicyHistories policies) {
        this.policies = policies;
    }

    public Policies of(String team) {
        return of(team, OptionalLong.empty());
    }

    /** @param upTo a position; empty for all that is recorded, numbered yet or not */
    Policies of(String team, OptionalLong upTo) {
        return new Policies(
                policies.actionItems(upTo).state().chase(),
                policies.team(team, upTo).state().policy());
    }

    /** The rules of all teams and the calendar of one. */
    public record Policies(ChaseRules rules, TeamPolicy team) {

        public Ladder ladder() {
            return new Ladder(rules, new TeamCalendar(team));
        }
    }
}
