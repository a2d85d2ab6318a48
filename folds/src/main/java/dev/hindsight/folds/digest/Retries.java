package dev.hindsight.folds.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a digest that could not be sent is tried again: first soon, then ever later, and for a day in all. */
public final class Retries {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration ALTOGETHER = Duration.ofHours(24);

    private Retries() {}

    /**
     * Empty where it is not tried again.
     *
     * @param attempt the one that failed, counted from 1
     * @param at when it failed
     */
    public static Optional<Instant> after(Instant composedAt, int attempt, Instant at) {
        var pause = FIRST.multipliedBy(1L << Math.min(attempt - 1, 16));
        var next = at.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
        return Optional.of(next).filter(it -> !it.isAfter(composedAt.plus(ALTOGETHER)));
    }
}
