package dev.hindsight.actionitem.domain;

import dev.hindsight.actionitem.domain.DigestCommand.ComposeDigest;
import dev.hindsight.actionitem.domain.DigestCommand.Prospect;
import dev.hindsight.actionitem.domain.DigestCommand.RecordDelivery;
import dev.hindsight.actionitem.domain.DigestCommand.RecordFailure;
import dev.hindsight.contracts.digest.DigestEvent.DigestComposed;
import dev.hindsight.contracts.digest.DigestEvent.DigestDelivered;
import dev.hindsight.contracts.digest.DigestEvent.DigestDeliveryFailed;
import dev.hindsight.contracts.digest.DigestedNotice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final UUID ID = new UUID(0, 1);
    private static final LocalDate DAY = LocalDate.of(2031, 12, 1);
    private static final Instant NOW = Instant.parse("2031-12-01T09:02:00Z");
    private static final String MESSAGE = "<1@example.test>";
    private static final String ANSWER = "250 2.0.0 Ok";
    private static final List<DigestedNotice> NOTICES = List.of(new DigestedNotice(new UUID(0, 2), new UUID(0, 3)));
    private static final DigestComposed COMPOSED = new DigestComposed(ID, "ana", DAY, NOTICES, MESSAGE, NOW);

    private final FixtureConfiguration<Digest> fixture = new AggregateTestFixture<>(Digest.class);

    @Test
    void isComposed() {
        fixture.givenNoPriorActivity()
                .when(new ComposeDigest(ID, "ana", DAY, NOTICES, MESSAGE, NOW))
                .expectEvents(COMPOSED);
    }

    @Test
    void isComposedOnce() {
        fixture.given(COMPOSED)
                .when(new ComposeDigest(ID, "ana", DAY, List.of(), MESSAGE, NOW))
                .expectException(EventStoreException.class)
                .expectNoEvents();
    }

    @Nested
    class OnceComposed {

        @Test
        void isDeliveredAtTheFirstAttempt() {
            fixture.given(COMPOSED)
                    .when(new RecordDelivery(ID, 1, 2, ANSWER, NOW))
                    .expectEvents(new DigestDelivered(ID, 1, NOW, 1, ANSWER, 2));
        }

        @Test
        void isTriedAgainAfterAFailure() {
            fixture.given(COMPOSED)
                    .when(new RecordFailure(ID, "full", Prospect.DOUBTFUL, NOW))
                    .expectEvents(new DigestDeliveryFailed(ID, 1, NOW, "full", false));
        }

        @Test
        void isGivenUpWhereTryingAgainCannotHelp() {
            fixture.given(COMPOSED)
                    .when(new RecordFailure(ID, "gone", Prospect.NONE, NOW))
                    .expectEvents(new DigestDeliveryFailed(ID, 1, NOW, "gone", true));
        }

        @Test
        void isGivenUpWhereTheNextAttemptWouldBeADayLater() {
            var late = NOW.plus(Duration.ofHours(24)).minusSeconds(119);

            fixture.given(COMPOSED, new DigestDeliveryFailed(ID, 1, NOW, "full", false))
                    .when(new RecordFailure(ID, "full", Prospect.DOUBTFUL, late))
                    .expectEvents(new DigestDeliveryFailed(ID, 2, late, "full", true));
        }

        @Test
        void theDayBeginsWithTheFirstRefusal() {
            var late = NOW.plus(Duration.ofHours(25));

            fixture.given(COMPOSED)
                    .when(new RecordFailure(ID, "full", Prospect.DOUBTFUL, late))
                    .expectEvents(new DigestDeliveryFailed(ID, 1, late, "full", false));
        }

        @Test
        void isNeverGivenUpForAnOutage() {
            var late = NOW.plus(Duration.ofDays(3));

            fixture.given(COMPOSED, new DigestDeliveryFailed(ID, 1, NOW, "full", false))
                    .when(new RecordFailure(ID, "nobody answers", Prospect.GOOD, late))
                    .expectEvents(new DigestDeliveryFailed(ID, 2, late, "nobody answers", false, true));
        }

        @Test
        void isRefusedForADayAfterAnOutageToo() {
            var late = NOW.plus(Duration.ofDays(3));

            fixture.given(COMPOSED, new DigestDeliveryFailed(ID, 1, NOW, "nobody answers", false, true))
                    .when(new RecordFailure(ID, "full", Prospect.DOUBTFUL, late))
                    .expectEvents(new DigestDeliveryFailed(ID, 2, late, "full", false));
        }
    }

    @Nested
    class OnceSettled {

        @Test
        void isNotDeliveredTwice() {
            fixture.given(COMPOSED, new DigestDelivered(ID, 1, NOW, 0, ANSWER, 0))
                    .when(new RecordDelivery(ID, 0, 0, ANSWER, NOW.plusSeconds(1)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void doesNotFailAfterItIsDelivered() {
            fixture.given(COMPOSED, new DigestDelivered(ID, 1, NOW, 0, ANSWER, 0))
                    .when(new RecordFailure(ID, "full", Prospect.DOUBTFUL, NOW.plusSeconds(1)))
                    .expectNoEvents();
        }

        @Test
        void isNotDeliveredAfterItIsGivenUp() {
            fixture.given(COMPOSED, new DigestDeliveryFailed(ID, 1, NOW, "gone", true))
                    .when(new RecordDelivery(ID, 0, 0, ANSWER, NOW.plusSeconds(1)))
                    .expectNoEvents();
        }
    }
}
