package dev.hindsight.contracts.policy;

/** Which days of a deadline count. */
public enum DayCount {
    CALENDAR,
    /** Monday to Friday in the policy's time zone. */
    WORKING
}
