package dev.hindsight.folds.incident;

/** How far a duration can be told. A missing one is never zero. */
public enum DurationStatus {
    RECORDED,
    PENDING,
    NOT_APPLICABLE,
    INVALID,
    INTERVAL
}
