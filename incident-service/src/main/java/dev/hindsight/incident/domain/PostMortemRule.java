package dev.hindsight.incident.domain;

import dev.hindsight.kit.problem.ProblemType;

/** The rules a post-mortem can break, each a problem that clients may rely on. */
public enum PostMortemRule implements ProblemType {
    UNKNOWN_INCIDENT(
            422,
            "An incident of the post-mortem is not found",
            "Name incidents that exist; what you may not see does not exist for you."),
    POST_MORTEM_PUBLISHED(
            409,
            "The post-mortem is published already",
            "Amend it with a reason; what was agreed in it is followed up in its action items."),
    POST_MORTEM_STEP_NOT_POSSIBLE(
            409, "The post-mortem's state does not allow this step", "Read the current state; the detail names it."),
    POST_MORTEM_REASON_NEEDED(
            409,
            "This step of the post-mortem needs a reason",
            "Say in reason why; it stays on record. The detail says what it is needed for."),
    MEETING_NOT_IN_SESSION(409, "No meeting is in session", "Start the meeting first, or another session of it."),
    PHASE_OPEN(409, "Another phase of the meeting is open", "Close it first; the detail names it."),
    PHASE_NOT_OPEN(
            409, "This phase of the meeting is not open", "Read the post-mortem: its meeting names the open phase."),
    PHASE_HELD_ALREADY(
            409,
            "A phase that was held is missing from the agenda",
            "Keep it in the agenda; what was held stays on record."),
    NOBODY_ASSIGNED(
            409,
            "Nobody is named as owner and facilitator",
            "Name both with assign: somebody leads the meeting, and the author does not approve."),
    PHASE_NOT_PLANNED(409, "The agenda has no such phase", "Set an agenda that has it."),
    EXTENSION_NOT_CARRIED(409, "The extension was not carried", "More time needs more votes for than against."),
    ANALYSIS_NOT_CONCLUDED(
            409, "The analysis is not concluded yet", "Conclude it first; a solution proposed before is parked."),
    ANALYSIS_CONCLUDED_ALREADY(
            409, "The analysis is concluded already", "Go on with the action items; a conclusion stays."),
    ANALYSIS_INCOMPLETE(
            409,
            "The analysis lacks something",
            "Mend what the detail names, or conclude it with an override and its reason."),
    PARKED_UNRESOLVED(
            409,
            "Parked solutions wait",
            "Turn each into an action item or drop it with a reason; the detail names them."),
    UNKNOWN_PARKED_SOLUTION(
            409, "No such parked solution waits", "Read the post-mortem and take the parkedId from what is parked."),
    UNKNOWN_HYPOTHESIS(
            409,
            "The post-mortem has no such hypothesis",
            "Read the post-mortem and take the hypothesisId from its hypotheses."),
    UNKNOWN_FACTOR(
            409,
            "The post-mortem has no such contributing factor",
            "Read the post-mortem and take the factorId from its factors; what is withdrawn stays so."),
    EARLIER_FACTOR_UNKNOWN(
            422,
            "The earlier contributing factor is not found",
            "Take the factorId from the factors of a post-mortem; what you may not see does not exist for you."),
    UNKNOWN_NOTE(409, "The meeting has no such note", "Read the post-mortem and take the noteId from its notes."),
    UNKNOWN_STATEMENT(
            409,
            "The meeting has no such statement",
            "Read the post-mortem and take the statementId from its statements."),
    UNKNOWN_TEXT(
            409,
            "The post-mortem has no such text",
            "Name the note, statement, hypothesis, factor or lesson that the finding is about."),
    ALREADY_PRESENT(
            409, "You are in the meeting already", "Read the post-mortem: its participants say who is present."),
    NOT_PRESENT(409, "You are not in the meeting", "Join it first."),
    NOT_MASKED(
            409, "Nothing is masked", "Read the post-mortem: its meeting names the moment that is masked to, if any."),
    OWNER_CANNOT_APPROVE(
            409, "The author does not approve their own document", "Ask somebody else of the circle to approve it."),
    APPROVED_ALREADY(
            409, "You approved this version already", "Ask somebody else of the circle, if more approvals are needed."),
    NOT_A_REVIEWER(409, "The review was shared with others", "Ask the owner to share it with you."),
    REVIEW_NOT_SHARED(409, "The review is not shared yet", "Share it first: what nobody could read is not approved."),
    OTHER_APPROVER_NEEDED(
            409, "A waiver is approved by somebody else", "Name the subject id of the person who agreed."),
    OWNER_AND_DATE_NEEDED(
            409,
            "An agreed action item has an owner and a date",
            "Name both; without them a solution is parked only while the analysis goes on.");

    private final Meaning meaning;

    PostMortemRule(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
