package dev.hindsight.log;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Decides anew when somebody else appended to the same aggregate meanwhile. */
public final class ConflictRetry {

    private ConflictRetry() {}

    /**
     * Runs work that begins and ends its own transaction, again after each conflict.
     *
     * @throws ConcurrencyException if the last attempt ends in a conflict too
     */
    public static <T> T run(int attempts, Supplier<T> work) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (attempt >= attempts || !isConflict(e)) {
                    throw e;
                }
                Thread.sleep(ThreadLocalRandom.current().nextLong(1, 5L * attempt));
            }
        }
    }

    /** Whether a failure comes from a sequence number that was taken. */
    public static boolean isConflict(@Nullable Throwable failure) {
        return failure != null && (failure instanceof ConcurrencyException || isConflict(failure.getCause()));
    }
}
