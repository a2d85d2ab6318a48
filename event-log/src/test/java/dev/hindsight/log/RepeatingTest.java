package dev.hindsight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/** A failure that goes on does not fill the operator's log. */
class RepeatingTest {

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void equalFailuresInARowAreToldOnceAndWorkGoesOn() {
        var logger = Logger.getLogger(RepeatedFailures.class.getName());
        var listener = new Listener();
        var tries = new AtomicInteger();
        logger.addHandler(listener);
        try (var repeating = new Repeating("worker") {
            @Override
            void once() {
                throw new IllegalStateException(tries.incrementAndGet() <= 3 ? "database away" : "disk full");
            }
        }) {
            repeating.start();

            await().until(() -> tries.get() >= 6);
        } finally {
            logger.removeHandler(listener);
        }
        assertThat(told)
                .containsExactly(
                        "worker goes on after java.lang.IllegalStateException: database away",
                        "worker goes on after java.lang.IllegalStateException: disk full");
    }

    private final class Listener extends Handler {

        @Override
        public void publish(LogRecord entry) {
            told.add(ExtLogRecord.wrap(entry).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
