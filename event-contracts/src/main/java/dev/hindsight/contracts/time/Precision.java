package dev.hindsight.contracts.time;

/** How finely a time was stated. */
public enum Precision {
    SECOND,
    MINUTE,
    HOUR,
    DAY
}
