package dev.hindsight.contracts.actionitem;

/** What is to be done before what. */
public enum ActionItemPriority {
    HIGH,
    MEDIUM,
    LOW
}
