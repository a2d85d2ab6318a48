package dev.hindsight.folds.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentReopened;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.MarkCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryAdded;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryCorrected;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.TimelineFacts;
import dev.hindsight.contracts.incident.TimelineKind;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.contracts.time.Precision;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IncidentFoldTest {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final IncidentDeclared DECLARED = new IncidentDeclared(
            ID,
            "INC-2026-0001",
            "Chain halted",
            null,
            IncidentMode.LIVE,
            IncidentStatus.ACTIVE,
            Severity.SEV1,
            "chain-core",
            Visibility.OPEN,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            OccurredAt.at(NOON),
            null);

    @Test
    void nothingRecordedIsNoState() {
        assertThat(IncidentFold.of(List.of())).isEmpty();
    }

    @Test
    void aMissingMarkIsPendingWithItsReasonAndNeverZero() {
        assertThat(duration(DurationName.TIME_TO_DETECT, DECLARED, mark(Mark.IMPACT_STARTED, 0)))
                .isEqualTo(new MeasuredDuration(
                        DurationName.TIME_TO_DETECT,
                        DurationStatus.PENDING,
                        null,
                        null,
                        null,
                        "No time of detection is recorded."));
    }

    @Test
    void timesOutOfOrderMakeTheDurationInvalidInWords() {
        var invalid =
                duration(DurationName.TIME_TO_DETECT, DECLARED, mark(Mark.IMPACT_STARTED, 0), mark(Mark.DETECTED, -60));

        assertThat(invalid.status()).isEqualTo(DurationStatus.INVALID);
        assertThat(invalid.seconds()).isNull();
        assertThat(invalid.reason()).contains("before the start of the impact");
    }

    @Test
    void anUncertainTimeMakesTheDurationAnInterval() {
        var day = new OccurredAt(NOON.plusSeconds(100), NOON.plusSeconds(500), Precision.DAY, "1 March");

        var resolve = duration(
                DurationName.TIME_TO_RESOLVE,
                DECLARED,
                mark(Mark.IMPACT_STARTED, 0),
                new IncidentResolved(ID, day, null));

        assertThat(resolve.status()).isEqualTo(DurationStatus.INTERVAL);
        assertThat(List.of(resolve.leastSeconds(), resolve.mostSeconds())).containsExactly(100L, 500L);
        assertThat(resolve.seconds()).isNull();
    }

    @Test
    void measuresFromTheFirstImpactToTheFirstDetectionAndTheLastResolution() {
        IncidentEvent[] episodes = {
            DECLARED,
            mark(Mark.IMPACT_STARTED, 0),
            mark(Mark.DETECTED, 30),
            mark(Mark.RESOLVED, 60),
            mark(Mark.IMPACT_STARTED, 100),
            mark(Mark.DETECTED, 130),
            mark(Mark.RESOLVED, 190)
        };

        assertThat(duration(DurationName.TIME_TO_DETECT, episodes).seconds()).isEqualTo(30);
        assertThat(duration(DurationName.TIME_TO_RESOLVE, episodes).seconds()).isEqualTo(190);
    }

    @Test
    void aCorrectionKeepsWhatWasSaidBefore() {
        var entry = new UUID(0, 9);
        var before = facts("Peers lost", 10);
        var after = facts("Peers lost, then found", 20);

        var timeline = IncidentFold.of(history(
                        DECLARED,
                        new TimelineEntryAdded(ID, entry, before),
                        new TimelineEntryCorrected(ID, entry, after, "the log was in local time")))
                .orElseThrow()
                .timeline();

        assertThat(timeline).singleElement().satisfies(read -> {
            assertThat(read.text()).isEqualTo("Peers lost, then found");
            assertThat(read.corrections()).singleElement().satisfies(correction -> {
                assertThat(correction.before()).isEqualTo(before);
                assertThat(correction.reason()).isEqualTo("the log was in local time");
            });
        });
    }

    @Property
    void theTimelineIsOrderedByWhenThingsHappenedThenByWhenTheyWereRecorded(
            @ForAll @Size(max = 40) List<@IntRange(max = 5) Integer> minutes) {
        var events = new ArrayList<IncidentEvent>(List.of(DECLARED));
        for (int i = 0; i < minutes.size(); i++) {
            events.add(new TimelineEntryAdded(ID, new UUID(1, i), facts("entry", minutes.get(i) * 60L)));
        }

        var timeline = IncidentFold.of(history(events.toArray(IncidentEvent[]::new)))
                .orElseThrow()
                .timeline();

        assertThat(timeline).hasSameSizeAs(minutes);
        for (int i = 1; i < timeline.size(); i++) {
            var before = timeline.get(i - 1);
            var here = timeline.get(i);
            int order =
                    before.occurredAt().earliest().compareTo(here.occurredAt().earliest());
            assertThat(order < 0 || (order == 0 && before.recordedAt().isBefore(here.recordedAt())))
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<List<Recorded<IncidentEvent>>> histories() {
        return RandomHistories.any();
    }

    /** The live states are kept until the end, so that one which later events still reach into would differ. */
    @Property(tries = 300)
    void theStateAtAnyVersionIsTheStateThatWasLiveThen(@ForAll("histories") List<Recorded<IncidentEvent>> history) {
        var fold = new IncidentFold();
        var live = new ArrayList<Optional<IncidentState>>();
        for (var event : history) {
            fold.add(event);
            live.add(fold.state());
        }

        for (int n = 0; n < history.size(); n++) {
            assertThat(live.get(n)).isEqualTo(IncidentFold.of(history.subList(0, n + 1)));
        }
    }

    @Test
    void anEndOfAnEarlierEpisodeIsNoEndOfAnIncidentThatWasReopened() {
        IncidentEvent[] reopened = {
            DECLARED,
            mark(Mark.IMPACT_STARTED, 0),
            new IncidentResolved(ID, OccurredAt.at(NOON.plusSeconds(60)), null),
            new IncidentReopened(ID, OccurredAt.at(NOON.plusSeconds(100)), "again", 2)
        };

        assertThat(duration(DurationName.TIME_TO_RESOLVE, reopened).status()).isEqualTo(DurationStatus.PENDING);

        var resolved = Arrays.copyOf(reopened, reopened.length + 1);
        resolved[reopened.length] = new IncidentResolved(ID, OccurredAt.at(NOON.plusSeconds(190)), null);
        assertThat(duration(DurationName.TIME_TO_RESOLVE, resolved).seconds()).isEqualTo(190);
    }

    @Test
    void aRetractedMarkDoesNotCountAndACorrectedOneCountsAsCorrected() {
        var events = new IncidentEvent[] {
            DECLARED,
            mark(Mark.IMPACT_STARTED, 0),
            mark(Mark.DETECTED, 10),
            mark(Mark.DETECTED, 30),
            new MarkRetracted(ID, 2, "of another incident"),
            new MarkCorrected(ID, 1, OccurredAt.at(NOON.plusSeconds(-30)), "the clock was ahead")
        };

        assertThat(duration(DurationName.TIME_TO_DETECT, events).seconds()).isEqualTo(60);
        assertThat(IncidentFold.of(history(events)).orElseThrow().marks())
                .filteredOn(mark -> mark.mark() == Mark.IMPACT_STARTED)
                .singleElement()
                .satisfies(mark -> assertThat(mark.corrections())
                        .singleElement()
                        .satisfies(correction -> assertThat(correction.before()).isEqualTo(OccurredAt.at(NOON))));
    }

    private static MeasuredDuration duration(DurationName name, IncidentEvent... events) {
        return IncidentFold.of(history(events)).orElseThrow().durations().stream()
                .filter(duration -> duration.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private static MarkRecorded mark(Mark mark, long secondsAfterNoon) {
        return new MarkRecorded(ID, mark, OccurredAt.at(NOON.plusSeconds(secondsAfterNoon)), 1);
    }

    private static TimelineFacts facts(String text, long secondsAfterNoon) {
        return new TimelineFacts(
                TimelineKind.OBSERVATION,
                text,
                OccurredAt.at(NOON.plusSeconds(secondsAfterNoon)),
                null,
                List.of(),
                null);
    }

    private static List<Recorded<IncidentEvent>> history(IncidentEvent... events) {
        var history = new ArrayList<Recorded<IncidentEvent>>();
        for (var event : events) {
            history.add(new Recorded<>(event, history.size(), NOON.plusMillis(history.size()), "somebody"));
        }
        return history;
    }
}
