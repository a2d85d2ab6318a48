package dev.hindsight.coach.rules;

/** How much a wording stands in the way of learning. */
public enum Severity {
    HIGH,
    MEDIUM,
    LOW,
    INFO
}
