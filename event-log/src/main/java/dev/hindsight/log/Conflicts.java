package dev.hindsight.log;

import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Knows when somebody else appended to the same aggregate meanwhile, so that the work is worth deciding anew. */
public final class Conflicts {

    private Conflicts() {}

    /** Whether a failure comes from a sequence number that was taken. */
    public static boolean isConflict(@Nullable Throwable failure) {
        return failure != null && (failure instanceof ConcurrencyException || isConflict(failure.getCause()));
    }
}
