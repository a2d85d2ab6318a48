package dev.hindsight.folds.digest;

import java.time.Duration;
import java.time.Instant;

/** When a digest that could not be sent is tried again: first soon, then ever later, and where it is refused for a day. */
public final class Retries {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration ALTOGETHER = Duration.ofHours(24);

    private Retries() {}

    /**
     * When it is tried again, if it is.
     *
     * @param attempt the one that failed, counted from 1
     * @param at when it failed
     */
    public static Instant after(int attempt, Instant at) {
        var pause = FIRST.multipliedBy(1L << Math.min(attempt - 1, 16));
        return at.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }

    /**
     * Whether one that is refused is given up.
     *
     * @param firstRefusedAt when it was refused first
     * @param next when it would be tried again
     */
    public static boolean isOver(Instant firstRefusedAt, Instant next) {
        return next.isAfter(firstRefusedAt.plus(ALTOGETHER));
    }
}
