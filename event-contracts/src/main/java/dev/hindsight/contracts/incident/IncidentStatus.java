package dev.hindsight.contracts.incident;

/** Where an incident stands. */
public enum IncidentStatus {
    TRIAGE,
    ACTIVE,
    MITIGATED,
    RESOLVED,
    CLOSED,
    DECLINED,
    MERGED
}
