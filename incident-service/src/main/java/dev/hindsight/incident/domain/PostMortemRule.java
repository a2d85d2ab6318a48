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
            "Nothing is agreed in it any more; follow up what was agreed in its action items.");

    private final Meaning meaning;

    PostMortemRule(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
