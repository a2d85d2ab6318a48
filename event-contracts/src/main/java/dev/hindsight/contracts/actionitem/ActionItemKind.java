package dev.hindsight.contracts.actionitem;

/** What an action item is to bring about. */
public enum ActionItemKind {
    PREVENT,
    DETECT,
    MITIGATE,
    REPAIR,
    INVESTIGATE,
    PROCESS
}
