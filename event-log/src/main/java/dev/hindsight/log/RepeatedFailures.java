package dev.hindsight.log;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells why something that is done again and again did not succeed: once for each row of equal failures, and again after a
 * minute. A database that is away would fill the log with ten lines a second.
 */
public final class RepeatedFailures {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedFailures.class);
    private static final long FORGOTTEN_AFTER = TimeUnit.MINUTES.toNanos(1);

    private final String task;
    private @Nullable String last;
    private long failedAt;

    /** @param task what is done again and again, in a word */
    public RepeatedFailures(String task) {
        this.task = task;
    }

    public synchronized void tell(String failure) {
        long now = System.nanoTime();
        if (!failure.equals(last) || now - failedAt > FORGOTTEN_AFTER) {
            LOG.warn("{} goes on after {}", task, failure);
        }
        last = failure;
        failedAt = now;
    }
}
