package dev.hindsight.actionitem.domain;

import dev.hindsight.kit.problem.ProblemType;

/** The rules an action item can break, each a problem that clients may rely on. */
public enum ActionItemRule implements ProblemType {
    ALREADY_ACCEPTED(
            409,
            "The action item is accepted already",
            "Read the item: it has an owner and a due date, which accepting does not change."),
    ACTION_ITEM_STEP_NOT_POSSIBLE(
            409, "The action item's state does not allow this step", "Read the current state; the detail names it.");

    private final Meaning meaning;

    ActionItemRule(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
