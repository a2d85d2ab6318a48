package dev.hindsight.logkit;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.SkipPredicate;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/** Keeps recurring work from beginning before the log has started, which is when the service starts to. */
@Singleton
public class OnceStarted implements SkipPredicate {

    private static final int AFTER_THE_LOG = Interceptor.Priority.LIBRARY_AFTER;

    private volatile boolean started;

    void note(@Observes @Priority(AFTER_THE_LOG) StartupEvent event) {
        started = true;
    }

    @Override
    public boolean test(ScheduledExecution execution) {
        return !started;
    }
}
