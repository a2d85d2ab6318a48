package dev.hindsight.actionitem.domain;

import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemTransferred;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.rights.Access;
import dev.hindsight.rights.Rights;
import java.util.List;

/** Guards who may give an action item to another team. */
final class Transfers {

    private Transfers() {}

    static void requireBy(Actor caller, List<Access> incidents, String from, ActionItemTransferred to) {
        if (!Rights.mayTransfer(caller, incidents, from, to.team())) {
            throw new ProblemException(
                    StandardProblem.FORBIDDEN,
                    "Action items of %s are transferred by that team, by the team of their incidents, or by a facilitator"
                                    .formatted(from)
                            + " of the team that takes them over.");
        }
        if (to.team().equals(from)) {
            throw new ProblemException(
                    ActionItemRule.ACTION_ITEM_UNCHANGED, "It is followed up by %s.".formatted(from));
        }
    }
}
