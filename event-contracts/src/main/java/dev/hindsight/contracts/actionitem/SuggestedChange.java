package dev.hindsight.contracts.actionitem;

/** What a change elsewhere suggests for an action item. */
public enum SuggestedChange {
    /** It seems to be done. */
    COMPLETE,
    /** It seems not to be done after all. */
    REOPEN
}
