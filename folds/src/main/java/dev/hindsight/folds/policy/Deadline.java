package dev.hindsight.folds.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a policy asks for, and whether it was done in time.
 *
 * @param due null where nothing is due
 * @param doneAt null while it is not done
 * @param reason the status in words
 */
public record Deadline(
        Status status, @Nullable Instant due, @Nullable Instant doneAt, String reason) {

    /** Whether it was done in time. */
    public enum Status {
        /** Not done, and there is time left. */
        DUE,
        /** Done in time. */
        MET,
        /** Done too late, or not at all by now. */
        MISSED,
        NOT_APPLICABLE
    }
}
