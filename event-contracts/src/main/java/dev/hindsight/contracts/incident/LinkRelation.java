package dev.hindsight.contracts.incident;

/** What an incident has to do with another one. */
public enum LinkRelation {
    CAUSED_BY,
    DUPLICATE_OF,
    SAME_FACTORS_AS,
    FOLLOW_UP_OF
}
