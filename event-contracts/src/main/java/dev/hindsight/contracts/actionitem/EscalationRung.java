package dev.hindsight.contracts.actionitem;

/** The ladder above the owner of an action item, from below. */
public enum EscalationRung {
    TEAM_LEAD,
    /** Who answers for it before the organisation. */
    EXECUTIVE
}
