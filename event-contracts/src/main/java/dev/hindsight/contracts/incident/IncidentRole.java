package dev.hindsight.contracts.incident;

/** What a person does in handling an incident. */
public enum IncidentRole {
    INCIDENT_COMMANDER,
    SCRIBE,
    COMMUNICATIONS_LEAD,
    SUBJECT_EXPERT
}
