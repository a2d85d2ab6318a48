package dev.hindsight.contracts.incident;

/** Whether an incident is recorded while it happens, afterwards, or was only rehearsed. */
public enum IncidentMode {
    LIVE,
    RETROSPECTIVE,
    DRILL
}
