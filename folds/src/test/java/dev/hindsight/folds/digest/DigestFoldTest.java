package dev.hindsight.folds.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.digest.DigestEvent;
import dev.hindsight.contracts.digest.DigestEvent.DigestComposed;
import dev.hindsight.contracts.digest.DigestEvent.DigestDelivered;
import dev.hindsight.contracts.digest.DigestEvent.DigestDeliveryFailed;
import dev.hindsight.contracts.digest.DigestedNotice;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.digest.DigestState.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DigestFoldTest {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2031-12-01T09:02:00Z");
    private static final DigestComposed COMPOSED = new DigestComposed(
            ID,
            "ana",
            LocalDate.of(2031, 12, 1),
            List.of(new DigestedNotice(new UUID(0, 2), new UUID(0, 3))),
            "<1@example.test>",
            NOW);
    private static final DigestDeliveryFailed FAILED = new DigestDeliveryFailed(ID, 1, NOW, "full", false);

    @Test
    void thereIsNoneBeforeItIsComposed() {
        assertThat(DigestFold.of(List.of())).isEmpty();
    }

    @Test
    void composedItWaitsToBeSentAtOnce() {
        var state = after(COMPOSED);

        assertThat(state.status()).isEqualTo(DigestStatus.WAITING);
        assertThat(state.nextAt()).contains(NOW);
        assertThat(state.withheld()).isNull();
    }

    @Test
    void afterAFailureItWaitsForTheNextAttempt() {
        var state = after(COMPOSED, FAILED);

        assertThat(state.status()).isEqualTo(DigestStatus.WAITING);
        assertThat(state.nextAt()).contains(NOW.plusSeconds(60));
        assertThat(state.attempts()).containsExactly(new Attempt(1, NOW, null, "full"));
    }

    @Test
    void deliveredItWaitsForNothing() {
        var state = after(COMPOSED, FAILED, new DigestDelivered(ID, 2, NOW.plusSeconds(60), 1, "250 Ok", 2));

        assertThat(state.status()).isEqualTo(DigestStatus.DELIVERED);
        assertThat(state.nextAt()).isEmpty();
        assertThat(state.withheld()).isEqualTo(1);
        assertThat(state.overtaken()).isEqualTo(2);
        assertThat(state.attempts()).hasSize(2);
        assertThat(state.version()).isEqualTo(3);
    }

    /** Also by entries of a time when it was not counted what was overtaken. */
    @Test
    void withoutAnAnswerNothingOfItWasLeftToTell() {
        for (var overtaken : new Integer[] {1, null}) {
            var state = after(COMPOSED, new DigestDelivered(ID, 1, NOW, 0, null, overtaken));

            assertThat(state.status()).isEqualTo(DigestStatus.NOTHING_LEFT);
            assertThat(state.nextAt()).isEmpty();
            assertThat(state.overtaken()).isEqualTo(overtaken);
        }
    }

    @Test
    void givenUpItHasFailed() {
        var state = after(COMPOSED, new DigestDeliveryFailed(ID, 1, NOW, "gone", true));

        assertThat(state.status()).isEqualTo(DigestStatus.FAILED);
        assertThat(state.nextAt()).isEmpty();
    }

    @Test
    void itIsTriedEverMoreSeldomUntilADayIsOver() {
        var pauses = new ArrayList<Long>();
        var at = NOW;
        for (var next = Retries.after(1, NOW);
                !Retries.isOver(NOW, next);
                next = Retries.after(pauses.size() + 1, next)) {
            pauses.add(Duration.between(at, next).toMinutes());
            at = next;
        }

        assertThat(pauses).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(at).isBetween(NOW.plus(Duration.ofHours(23)), NOW.plus(Duration.ofHours(24)));
    }

    private static DigestState after(DigestEvent... events) {
        var history = new ArrayList<Recorded<DigestEvent>>();
        for (var event : events) {
            history.add(new Recorded<>(event, history.size(), NOW, "service:actionitem-service"));
        }
        return DigestFold.of(history).orElseThrow();
    }
}
