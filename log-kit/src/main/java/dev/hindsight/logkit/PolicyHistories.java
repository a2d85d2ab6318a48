package dev.hindsight.logkit;

import dev.hindsight.contracts.policy.PolicyEvent;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.policy.ActionItemPolicyState;
import dev.hindsight.folds.policy.PolicyFold;
import dev.hindsight.folds.policy.PostMortemPolicyState;
import dev.hindsight.folds.policy.TeamPolicyState;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/** Policies as their own entries tell them; before anyone has set one, what the product sets. */
@Singleton
public class PolicyHistories {

    private final Histories histories;

    public PolicyHistories(Histories histories) {
        this.histories = histories;
    }

    /** @param upTo a position; empty for all that is recorded, numbered yet or not */
    public Told<PostMortemPolicyState> postMortems(OptionalLong upTo) {
        return told(PolicyEvent.POST_MORTEMS, upTo, PolicyFold::postMortems, PostMortemPolicyState.standard());
    }

    /** @param upTo a position; empty for all that is recorded, numbered yet or not */
    public Told<ActionItemPolicyState> actionItems(OptionalLong upTo) {
        return told(PolicyEvent.ACTION_ITEMS, upTo, PolicyFold::actionItems, ActionItemPolicyState.standard());
    }

    /**
     * The policy of one team, whether there is such a team or not.
     *
     * @param upTo a position; empty for all that is recorded, numbered yet or not
     */
    public Told<TeamPolicyState> team(String team, OptionalLong upTo) {
        return told(PolicyEvent.ofTeam(team), upTo, PolicyFold::team, TeamPolicyState.standard(team));
    }

    private <S> Told<S> told(
            UUID id, OptionalLong upTo, Function<List<Recorded<PolicyEvent>>, Optional<S>> fold, S standard) {
        return histories
                .of(PolicyEvent.AGGREGATE_TYPE, PolicyEvent.class, id, upTo, fold)
                .orElseGet(() -> Unrecorded.told(id, standard));
    }
}
