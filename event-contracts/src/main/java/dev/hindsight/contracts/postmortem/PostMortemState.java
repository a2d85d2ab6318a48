package dev.hindsight.contracts.postmortem;

/** Where a post-mortem document stands. */
public enum PostMortemState {
    PLANNED,
    PREPARING,
    SCHEDULED,
    IN_SESSION,
    IN_REVIEW,
    APPROVED,
    PUBLISHED,
    CLOSED,
    WAIVED
}
