package dev.hindsight.actionitem.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "8, 640", "11, 5120", "12, 7200", "40, 7200", "2000000000, 7200"})
    void eachPauseIsLongerThanTheOneBeforeUpToTwoHours(int attempts, int seconds) {
        var next = Retries.next(FIRST, attempts, FIRST).orElseThrow();

        assertThat(Duration.between(FIRST, next))
                .isBetween(Duration.ofMillis(seconds * 500L), Duration.ofSeconds(seconds));
    }

    /** However the pauses fall, the last attempt is a day after the first. */
    @RepeatedTest(50)
    void theLastAttemptIsADayAfterTheFirst() {
        var now = FIRST;
        int attempts = 1;
        for (var next = Retries.next(FIRST, attempts, now);
                next.isPresent();
                next = Retries.next(FIRST, attempts, now)) {
            assertThat(next.get()).isAfter(now);
            now = next.get();
            attempts++;
        }

        assertThat(now).isEqualTo(FIRST.plus(Retries.LONGEST));
        assertThat(attempts).isBetween(20, 60);
    }
}
