package dev.hindsight.contracts.actionitem;

/** Where an action item stands. */
public enum ActionItemStatus {
    PROPOSED,
    ACCEPTED,
    IN_PROGRESS,
    BLOCKED,
    DONE,
    VERIFIED,
    INEFFECTIVE,
    REJECTED,
    DEFERRED,
    DROPPED
}
