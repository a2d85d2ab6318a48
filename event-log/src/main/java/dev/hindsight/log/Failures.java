package dev.hindsight.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers which processors of this replica failed, where and why, until they are past it. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** What failed. The reason is the kind of error and its place: messages may quote the event's content. */
    record Failure(long position, String eventType, String reason) {

        @Override
        public String toString() {
            return "position %d, event %s: %s".formatted(position, eventType, reason);
        }
    }

    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    void add(String processor, Failure failure) {
        if (!failure.equals(failures.put(processor, failure))) {
            LOG.error("Processor {} stands at {}; it tries again and skips nothing", processor, failure);
        }
    }

    void forget(String processor) {
        failures.remove(processor);
    }

    @Nullable
    Failure of(String processor, long position) {
        var failure = failures.get(processor);
        if (failure != null && position >= failure.position()) {
            failures.remove(processor, failure);
            LOG.info("Processor {} is past position {} and goes on", processor, failure.position());
            return null;
        }
        return failure;
    }

    static String reason(Throwable error) {
        var cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var trace = cause.getStackTrace();
        var kind = cause instanceof java.sql.SQLException sql
                ? "SQL state " + sql.getSQLState()
                : cause.getClass().getName();
        return trace.length == 0 ? kind : kind + " at " + trace[0];
    }
}
