package dev.hindsight.contracts.actionitem;

/** Why an action item is taken to the next rung of the ladder. */
public enum EscalationCause {
    /** Its day has passed. */
    OVERDUE,
    /** Something is in the way. */
    BLOCKED
}
