package dev.hindsight.incident.domain;

import dev.hindsight.kit.problem.ProblemType;

/** The rules a policy can break, each a problem that clients may rely on. */
public enum PolicyRule implements ProblemType {
    REVIEW_DUE_TOO_EARLY(
            422,
            "The review would be due before the incident has ended",
            "Give more days until the meeting, or ask for the review fewer hours before it."),
    REMINDERS_IN_QUIET_HOURS(
            422,
            "Reminders would come in the quiet hours",
            "Remind at a time of day outside the quiet hours, or let these begin later or end earlier.");

    private final Meaning meaning;

    PolicyRule(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
