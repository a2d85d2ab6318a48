package dev.hindsight.contracts.incident;

/** What a timeline entry tells of. */
public enum TimelineKind {
    ALERT,
    OBSERVATION,
    ACTION,
    DECISION,
    COMMUNICATION,
    IMPACT,
    CHANGE
}
