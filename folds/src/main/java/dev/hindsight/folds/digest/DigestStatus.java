package dev.hindsight.folds.digest;

/** Where a digest stands. */
public enum DigestStatus {
    /** It is to be sent, or sent again. */
    WAITING,
    /** A mail server has taken it, or nothing of it was left to send. */
    DELIVERED,
    /** It could not be sent, and is not tried again. */
    FAILED
}
