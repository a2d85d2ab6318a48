package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Restarts restarts = new Restarts();

    @Test
    void endWhenAServiceDiesForTheFourthTimeWithinAMinute() {
        for (var seconds = 0; seconds < 3; seconds++) {
            assertThat(restarts.mayRestart("some-service", NOON.plusSeconds(seconds)))
                    .isTrue();
        }

        assertThat(restarts.mayRestart("some-service", NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void areCountedForEachServiceByItself() {
        for (var seconds = 0; seconds < 3; seconds++) {
            restarts.mayRestart("some-service", NOON);
        }

        assertThat(restarts.mayRestart("other-service", NOON)).isTrue();
    }

    @Test
    void areForgottenAfterAMinute() {
        for (var seconds = 0; seconds < 3; seconds++) {
            restarts.mayRestart("some-service", NOON);
        }

        assertThat(restarts.mayRestart("some-service", NOON.plusSeconds(61))).isTrue();
    }
}
