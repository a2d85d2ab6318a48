package dev.hindsight.contracts.postmortem;

/** What is to be ready before a post-mortem meeting starts. */
public enum ChecklistItem {
    LOG_EVIDENCE,
    METRIC_EVIDENCE,
    INCIDENT_REPORTS,
    COMMUNICATION_RECORDS,
    TIMELINE,
    HYPOTHESES,
    AGENDA,
    PARTICIPANTS
}
