package dev.hindsight.contracts.incident;

/** For whom a status update is written. */
public enum UpdateAudience {
    TEAM,
    STAKEHOLDERS,
    PUBLIC
}
