package dev.hindsight.contracts.incident;

/** Who may read an incident: everyone signed in, its team and named people, or named people only. */
public enum Visibility {
    OPEN,
    TEAM,
    RESTRICTED
}
