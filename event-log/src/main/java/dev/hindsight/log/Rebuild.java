package dev.hindsight.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last rebuild of a projection, under way or ended.
 *
 * @param requestedBy subject of who asked for it
 * @param target the head of the log when it was asked for
 * @param position the last position included
 * @param percent how much of the way to the target is done
 * @param failing whether it cannot go on at the moment
 * @param error what failed, without anything of the event's content
 */
public record Rebuild(
        State state,
        String requestedBy,
        Instant requestedAt,
        long target,
        long position,
        int percent,
        boolean failing,
        @Nullable String error,
        @Nullable Instant endedAt) {

    /** Named as in the table {@code projection}. */
    public enum State {
        RUNNING,
        COMPLETED,
        CANCELLED
    }
}
