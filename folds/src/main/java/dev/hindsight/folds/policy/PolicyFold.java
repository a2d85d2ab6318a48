package dev.hindsight.folds.policy;

import dev.hindsight.contracts.policy.PolicyEvent;
import dev.hindsight.contracts.policy.PolicyEvent.ActionItemPolicySet;
import dev.hindsight.contracts.policy.PolicyEvent.PostMortemPolicySet;
import dev.hindsight.contracts.policy.PolicyEvent.TeamPolicySet;
import dev.hindsight.folds.Recorded;
import java.util.List;
import java.util.Optional;

/** Takes from the events of a policy, oldest first, what the last one says. */
public final class PolicyFold {

    private PolicyFold() {}

    /** Nothing if there are no events: then {@link PostMortemPolicyState#standard()} holds. */
    public static Optional<PostMortemPolicyState> postMortems(List<? extends Recorded<? extends PolicyEvent>> history) {
        return last(history).flatMap(recorded -> switch (recorded.event()) {
            case PostMortemPolicySet set -> Optional.of(PostMortemPolicyState.of(recorded, set));
            case ActionItemPolicySet _, TeamPolicySet _ -> Optional.empty();
        });
    }

    /** Nothing if there are no events: then {@link ActionItemPolicyState#standard()} holds. */
    public static Optional<ActionItemPolicyState> actionItems(List<? extends Recorded<? extends PolicyEvent>> history) {
        return last(history).flatMap(recorded -> switch (recorded.event()) {
            case ActionItemPolicySet set -> Optional.of(ActionItemPolicyState.of(recorded, set));
            case PostMortemPolicySet _, TeamPolicySet _ -> Optional.empty();
        });
    }

    /** Nothing if there are no events: then {@link TeamPolicyState#standard} holds. */
    public static Optional<TeamPolicyState> team(List<? extends Recorded<? extends PolicyEvent>> history) {
        return last(history).flatMap(recorded -> switch (recorded.event()) {
            case TeamPolicySet set -> Optional.of(TeamPolicyState.of(recorded, set));
            case PostMortemPolicySet _, ActionItemPolicySet _ -> Optional.empty();
        });
    }

    private static <R> Optional<R> last(List<? extends R> history) {
        return history.isEmpty() ? Optional.empty() : Optional.of(history.getLast());
    }
}
