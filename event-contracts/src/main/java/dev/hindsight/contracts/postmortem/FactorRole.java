package dev.hindsight.contracts.postmortem;

/** What a contributing factor did in the course of the outage; UNCLASSIFIED until someone has said. */
public enum FactorRole {
    TRIGGER,
    ENABLING,
    PROPAGATION,
    DETECTION_GAP,
    RECOVERY_GAP,
    LUCK,
    UNCLASSIFIED
}
