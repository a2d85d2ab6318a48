package dev.hindsight.actionitem.domain;

import dev.hindsight.kit.problem.ProblemType;

/** The rules an action item can break, each a problem that clients may rely on. */
public enum ActionItemRule implements ProblemType {
    ALREADY_ACCEPTED(
            409,
            "The action item is accepted already",
            "Read the item: it has an owner and a due date, which accepting does not change."),
    ACTION_ITEM_STEP_NOT_POSSIBLE(
            409, "The action item's state does not allow this step", "Read the current state; the detail names it."),
    OWNER_CANNOT_VERIFY(
            409, "Whoever owns an action item cannot verify it", "Ask somebody else of the team to look at it."),
    DEFERRAL_NOT_AHEAD(
            409, "An action item is deferred to a day to come", "Name a day after today, by the calendar of UTC."),
    DEFERRAL_NOT_OVER(
            409,
            "The action item is deferred to a later day",
            "Wait for that day, which the detail names, or drop the item with a reason."),
    ACTION_ITEM_UNCHANGED(
            409,
            "The action item is so already",
            "Read the item: its owner or its due date is the one that is asked for."),
    SUGGESTION_DISMISSED(
            409, "The suggestion is dismissed already", "Read the item: it says why the suggestion is not followed."),
    SUGGESTION_UNKNOWN(
            422, "The action item has no such suggestion", "Read the item: it lists what was suggested, with the ids."),
    ACTION_ITEM_INCIDENT_UNKNOWN(
            422,
            "An incident of the action item is not found",
            "Name incidents that exist; what you may not see does not exist for you."),
    ACTION_ITEM_FACTOR_UNKNOWN(
            422,
            "A contributing factor of the action item is not found",
            "Take the factorId from the factors of a post-mortem; what you may not see does not exist for you."),
    TOO_MANY_ACTION_ITEMS(
            422,
            "There are more action items than one file holds",
            "Narrow it down by a filter, such as a team or a state; the detail names the limit."),
    ACTION_ITEM_TEAM_NEEDED(
            422,
            "It is not said which team follows the action item up",
            "Name a team: the incidents are of more than one.");

    private final Meaning meaning;

    ActionItemRule(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
