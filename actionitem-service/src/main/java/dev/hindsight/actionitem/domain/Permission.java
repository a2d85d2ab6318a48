package dev.hindsight.actionitem.domain;

import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemTransferred;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.rights.Access;
import dev.hindsight.rights.Rights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person may do with one action item; for whoever may not see it, it does not exist.
 *
 * @param incidents what the incidents of the item say of who may read them
 * @param team that follows it up
 * @param owner subject id; null while nobody owns it
 */
record Permission(
        Actor caller,
        List<Access> incidents,
        String team,
        @Nullable String owner) {

    void requireWork() {
        requireSight();
        require(
                Rights.mayWorkOn(caller, team, owner),
                "Action items of %s are worked on by that team and their owners.".formatted(team));
    }

    void requireDeferral() {
        requireSight();
        require(Rights.mayDefer(caller, incidents), "Whoever defers an action item accepts a risk: executives do.");
    }

    void requireTransfer(ActionItemTransferred to) {
        requireSight();
        require(
                Rights.mayTransfer(caller, incidents, team, to.team()),
                "Action items of %s are transferred by that team, by the team of their incidents, or by a facilitator"
                                .formatted(team)
                        + " of the team that takes them over.");
        if (to.team().equals(team)) {
            throw new ProblemException(
                    ActionItemRule.ACTION_ITEM_UNCHANGED, "It is followed up by %s.".formatted(team));
        }
    }

    private void requireSight() {
        if (!Rights.mayReadAll(caller, incidents)) {
            throw new ProblemException(StandardProblem.NOT_FOUND, null);
        }
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new ProblemException(StandardProblem.FORBIDDEN, otherwise);
        }
    }
}
