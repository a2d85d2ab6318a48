package dev.hindsight.log;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Shortens two waits of the pooled processor's coordinator: with 1024 events queued it looks again only after
 * 100 ms, which about halves the speed of a replay, and after failures it waits up to a minute, which is how long
 * a cured processor would still stand (Coordinator of Axon 4.13.0).
 */
final class EagerScheduler extends ScheduledThreadPoolExecutor {

    private static final long QUEUE_FULL_MILLIS = 100;

    private final long longestMillis;

    EagerScheduler(String name, Duration longest) {
        super(1, Thread.ofPlatform().daemon().name(name).factory());
        longestMillis = longest.toMillis();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        long millis = unit.toMillis(delay);
        return super.schedule(
                task, millis == QUEUE_FULL_MILLIS ? 2 : Math.min(millis, longestMillis), TimeUnit.MILLISECONDS);
    }
}
