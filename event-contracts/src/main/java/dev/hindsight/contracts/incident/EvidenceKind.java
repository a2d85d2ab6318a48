package dev.hindsight.contracts.incident;

/** What a piece of evidence is. */
public enum EvidenceKind {
    LOG_EXCERPT,
    METRIC_SERIES,
    INCIDENT_REPORT,
    COMMUNICATION_RECORD,
    TRANSACTION,
    BLOCK_RANGE,
    LINK,
    FILE
}
