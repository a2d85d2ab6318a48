package dev.hindsight.actionitem.domain;

import dev.hindsight.kit.problem.ProblemType;
import java.util.Locale;

/** The rules an action item can break, each a problem that clients may rely on. */
public enum ActionItemRule implements ProblemType {
    ALREADY_ACCEPTED(
            409,
            "The action item is accepted already",
            "Read the item: it has an owner and a due date, which accepting does not change."),
    ACTION_ITEM_STEP_NOT_POSSIBLE(
            409, "The action item's state does not allow this step", "Read the current state; the detail names it.");

    private final int status;
    private final String title;
    private final String advice;

    ActionItemRule(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    @Override
    public String type() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String advice() {
        return advice;
    }
}
