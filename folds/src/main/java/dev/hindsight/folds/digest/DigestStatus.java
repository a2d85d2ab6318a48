package dev.hindsight.folds.digest;

/** Where a digest stands. */
public enum DigestStatus {
    /** It is to be sent, or sent again. */
    WAITING,
    /** A mail server has taken it. */
    DELIVERED,
    /** Nothing of it was left to tell when it was to be sent: all was overtaken, or is not for its recipient to read. */
    NOTHING_LEFT,
    /** It could not be sent, and is not tried again. */
    FAILED
}
