package dev.hindsight.folds.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentReopened;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRetracted;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Since when a duration goes on whose end lies ahead. */
class GoingOnTest {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final OccurredAt START = OccurredAt.at(NOON);
    private static final MarkRecorded STARTED = new MarkRecorded(ID, Mark.IMPACT_STARTED, START, 1);
    private static final IncidentMitigated MITIGATED = new IncidentMitigated(ID, after(60), null);
    private static final IncidentResolved RESOLVED = new IncidentResolved(ID, after(90), null);

    @Test
    void anActiveIncidentIsNeitherMitigatedNorResolvedSinceItsFirstStart() {
        assertThat(open(IncidentStatus.ACTIVE, STARTED, new MarkRecorded(ID, Mark.IMPACT_STARTED, after(600), 1)))
                .containsExactly(DurationName.TIME_TO_MITIGATE, DurationName.TIME_TO_RESOLVE);
        assertThat(open(IncidentStatus.TRIAGE, STARTED)).hasSize(2);
    }

    @Test
    void aMitigatedIncidentIsNotResolved() {
        assertThat(open(IncidentStatus.MITIGATED, STARTED, MITIGATED)).containsExactly(DurationName.TIME_TO_RESOLVE);
    }

    @Test
    void anIncidentThatIsOverIsOverWhateverTimesItLacks() {
        assertThat(open(IncidentStatus.RESOLVED, STARTED)).isEmpty();
        assertThat(open(IncidentStatus.CLOSED, STARTED, RESOLVED)).isEmpty();
        assertThat(open(IncidentStatus.DECLINED, STARTED)).isEmpty();
        assertThat(open(IncidentStatus.MERGED, STARTED)).isEmpty();
    }

    @Test
    void anIncidentThatWasReopenedGoesOnAgain() {
        assertThat(open(
                        IncidentStatus.ACTIVE,
                        STARTED,
                        MITIGATED,
                        RESOLVED,
                        new IncidentReopened(ID, after(120), "again", 2)))
                .hasSize(2);
    }

    @Test
    void withoutAStartThatCountsNothingCanBeSaid() {
        assertThat(open(IncidentStatus.ACTIVE)).isEmpty();
        assertThat(open(IncidentStatus.ACTIVE, STARTED, new MarkRetracted(ID, 0, "of another incident")))
                .isEmpty();
    }

    /** The durations that go on; each since the first start. */
    private static List<DurationName> open(IncidentStatus status, IncidentEvent... events) {
        var marks = new Marks();
        for (int i = 0; i < events.length; i++) {
            marks.add(new Recorded<>(events[i], i, NOON.plusSeconds(i), null));
        }
        return Arrays.stream(DurationName.values())
                .filter(name -> {
                    var since = MeasuredDuration.goesOnSince(name, marks, status);
                    assertThat(since).isIn(Optional.empty(), Optional.of(START));
                    return since.isPresent();
                })
                .toList();
    }

    private static OccurredAt after(long seconds) {
        return OccurredAt.at(NOON.plusSeconds(seconds));
    }
}
