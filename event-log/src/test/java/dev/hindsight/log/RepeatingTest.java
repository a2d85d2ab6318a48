package dev.hindsight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A failure that goes on does not fill the operator's log. */
class RepeatingTest {

    @Test
    void equalFailuresInARowAreToldOnceAndWorkGoesOn() {
        var tries = new AtomicInteger();
        try (var told = new ToldFailures();
                var repeating = new Repeating("worker") {
                    @Override
                    void once() {
                        throw new IllegalStateException(tries.incrementAndGet() <= 3 ? "database away" : "disk full");
                    }
                }) {
            repeating.start();

            await().until(() -> tries.get() >= 6);

            assertThat(told.all())
                    .containsExactly(
                            "worker goes on after java.lang.IllegalStateException: database away",
                            "worker goes on after java.lang.IllegalStateException: disk full");
        }
    }
}
