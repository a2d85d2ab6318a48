package dev.hindsight.contracts.actionitem;

/** What somebody is reminded of. */
public enum Reminder {
    /** The owner: it is due soon. */
    BEFORE_DUE,
    /** The owner: it is due today, or before the next working day. */
    ON_DUE_DAY,
    /** The owner: it is not done, and its day has passed. */
    OVERDUE,
    /** The team lead: it was proposed, and nobody has said who does it by when. */
    UNACCEPTED,
    /** The team lead: it is done, and nobody has looked whether it is. */
    UNVERIFIED
}
