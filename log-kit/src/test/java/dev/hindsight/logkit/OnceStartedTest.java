package dev.hindsight.logkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;

/** Recurring work that began before the log would fail at each start. */
class OnceStartedTest {

    @Test
    void recurringWorkIsSkippedUntilTheServiceHasStarted() {
        var once = new OnceStarted();

        var before = once.test(null);
        once.note(new StartupEvent());

        assertAll(
                () -> assertThat(before).isTrue(),
                () -> assertThat(once.test(null)).isFalse());
    }
}
