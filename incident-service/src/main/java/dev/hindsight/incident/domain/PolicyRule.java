package dev.hindsight.incident.domain;

import dev.hindsight.kit.problem.ProblemType;

/** The rules a policy can break, each a problem that clients may rely on. */
public enum PolicyRule implements ProblemType {
    REVIEW_DUE_TOO_EARLY(
            422,
            "The review would be due before the incident has ended",
            "Give more days until the meeting, or ask for the review fewer hours before it.");

    private final Meaning meaning;

    PolicyRule(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
