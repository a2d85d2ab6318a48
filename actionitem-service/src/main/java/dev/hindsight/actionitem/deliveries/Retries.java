package dev.hindsight.actionitem.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When what failed is tried again: soon, then ever later, not by all at the same moment, and no more after a day. */
final class Retries {

    static final Duration LONGEST = Duration.ofHours(24);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LAST = Duration.ofHours(2);
    private static final int DOUBLINGS = 12;

    private Retries() {}

    /**
     * Empty if it is given up.
     *
     * @param attempts how many there were, at least one
     */
    static Optional<Instant> next(Instant firstAttempt, int attempts, Instant now) {
        var end = firstAttempt.plus(LONGEST);
        if (!now.isBefore(end)) {
            return Optional.empty();
        }
        var full = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        var pause = full.compareTo(LAST) > 0 ? LAST : full;
        var next = now.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2, pause.toMillis() + 1));
        return Optional.of(next.isAfter(end) ? end : next);
    }
}
