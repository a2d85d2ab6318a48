package dev.hindsight.folds.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hindsight.contracts.postmortem.AgendaItem;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisBeliefStated;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisTested;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ParkedSolutionDropped;
import dev.hindsight.contracts.postmortem.AnalysisEvent.SolutionParked;
import dev.hindsight.contracts.postmortem.HypothesisState;
import dev.hindsight.contracts.postmortem.MeetingEvent.AgendaSet;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingEnded;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingStarted;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantInvited;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantJoined;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseClosed;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseExtended;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseOpened;
import dev.hindsight.contracts.postmortem.MeetingPhase;
import dev.hindsight.contracts.postmortem.MeetingRole;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisProposed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisRefuted;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAmended;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemApproved;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemPublished;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewApproved;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewShared;
import dev.hindsight.contracts.postmortem.PostMortemState;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostMortemFoldTest {

    private static final UUID ID = new UUID(0, 1);
    private static final UUID ONE = new UUID(0, 2);
    private static final UUID OTHER = new UUID(0, 3);
    private static final Instant TEN = Instant.parse("2026-05-04T10:00:00Z");

    @Test
    void aPhaseThatTookLongerThanItsBoxAndItsExtensionsHasOverrun() {
        var state = after(
                new AgendaSet(ID, List.of(new AgendaItem(MeetingPhase.TIMELINE_REVIEW, 20))),
                new MeetingStarted(ID, 1, TEN, false, List.of(), null),
                new PhaseOpened(ID, MeetingPhase.TIMELINE_REVIEW, TEN),
                new PhaseExtended(ID, MeetingPhase.TIMELINE_REVIEW, 10, 3, 1, minutes(19)),
                new PhaseClosed(ID, MeetingPhase.TIMELINE_REVIEW, minutes(33)));

        var phase = state.meeting().phases().getFirst();
        assertThat(phase.minutesAllowed()).isEqualTo(30);
        assertThat(phase.actualSeconds()).isEqualTo(33 * 60);
        assertThat(phase.overrunSeconds()).isEqualTo(3 * 60);
        assertThat(phase.endsAt()).isNull();
        assertThat(state.meeting().adherence()).isEqualTo(new MeetingState.Adherence(1, 1, 0, true));
    }

    @Test
    void aPhaseTakenUpAgainHasTheTimeThatIsLeftOfItsBox() {
        var state = after(
                new PhaseOpened(ID, MeetingPhase.TIMELINE_REVIEW, TEN),
                new PhaseClosed(ID, MeetingPhase.TIMELINE_REVIEW, minutes(10)),
                new PhaseOpened(ID, MeetingPhase.ROOT_CAUSE_ANALYSIS, minutes(10)),
                new PhaseClosed(ID, MeetingPhase.ROOT_CAUSE_ANALYSIS, minutes(20)),
                new PhaseOpened(ID, MeetingPhase.TIMELINE_REVIEW, minutes(30)));

        assertThat(state.meeting().openPhase()).isEqualTo(MeetingPhase.TIMELINE_REVIEW);
        assertThat(state.meeting().phases().get(1).endsAt()).isEqualTo(minutes(45));
        assertThat(state.meeting().adherence().inOrder()).isFalse();
    }

    @Test
    void anotherSessionGivesAPhaseItsWholeBoxAgain() {
        var state = after(
                new MeetingStarted(ID, 1, TEN, false, List.of(), null),
                new PhaseOpened(ID, MeetingPhase.TIMELINE_REVIEW, TEN),
                new PhaseClosed(ID, MeetingPhase.TIMELINE_REVIEW, minutes(25)),
                new MeetingEnded(ID, minutes(25)),
                new MeetingStarted(ID, 2, minutes(100), false, List.of(), null),
                new PhaseOpened(ID, MeetingPhase.TIMELINE_REVIEW, minutes(100)));

        var phase = state.meeting().phases().get(1);
        assertThat(phase.endsAt()).isEqualTo(minutes(125));
        assertThat(phase.overrunSeconds()).isZero();
    }

    @Test
    void aPhaseClosedBeforeItWasOpenedTellsNothingOfTheAgenda() {
        var state = after(
                new PhaseOpened(ID, MeetingPhase.TIMELINE_REVIEW, TEN),
                new PhaseClosed(ID, MeetingPhase.TIMELINE_REVIEW, minutes(-5)));

        assertThat(state.meeting().phases().get(1).invalid()).isNotNull();
        assertThat(state.meeting().adherence().withinTime()).isZero();
    }

    @Test
    void whoeverIsInTheRoomLeavesItWhenTheMeetingEnds() {
        var state = after(
                new ParticipantInvited(ID, "ana", MeetingRole.SCRIBE),
                new ParticipantInvited(ID, "oto", MeetingRole.PARTICIPANT),
                new MeetingStarted(ID, 1, TEN, true, List.of(), "all are here"),
                new ParticipantJoined(ID, "ana", TEN),
                new MeetingEnded(ID, minutes(60)));

        assertThat(state.state()).isEqualTo(PostMortemState.IN_REVIEW);
        assertThat(state.meeting().participants())
                .containsExactly(
                        new MeetingState.Participant(
                                "ana",
                                MeetingRole.SCRIBE,
                                true,
                                false,
                                List.of(new MeetingState.Presence(TEN, minutes(60)))),
                        new MeetingState.Participant("oto", MeetingRole.PARTICIPANT, true, false, List.of()));
        assertThat(state.meeting().sessions().getFirst().endedAt()).isEqualTo(minutes(60));
    }

    @Test
    void aHypothesisKeepsWhatWasBelievedOfIt() {
        var state = after(
                new HypothesisProposed(ID, ONE, "The cache", null, "misses rise", "compare", "oto"),
                new HypothesisBeliefStated(ID, ONE, 70, "it fits"),
                new HypothesisTested(ID, ONE, OTHER, "replay", true, "no misses", List.of()),
                new HypothesisRefuted(ID, ONE, "no misses", null));

        var hypothesis = state.hypotheses().getFirst();
        assertThat(hypothesis.proposer()).isEqualTo("oto");
        assertThat(hypothesis.state()).isEqualTo(HypothesisState.REFUTED);
        assertThat(hypothesis.likelihood()).isEqualTo(70);
        assertThat(hypothesis.beliefs())
                .extracting(Hypothesis.Belief::state)
                .containsExactly(HypothesisState.PROPOSED, HypothesisState.REFUTED);
        assertThat(hypothesis.tests()).hasSize(1);
    }

    @Test
    void aParkedSolutionSaysWhatBecameOfIt() {
        var state = after(
                new SolutionParked(ID, ONE, "Alert", null, null),
                new SolutionParked(ID, OTHER, "Restart", null, null),
                new ActionItemAgreed(ID, new UUID(0, 9), "Alert", "ana", null, null, ONE),
                new ParkedSolutionDropped(ID, OTHER, "hides the cause"));

        assertThat(state.parked())
                .extracting(ParkedSolution::actionItemId, ParkedSolution::droppedBecause)
                .containsExactly(tuple(new UUID(0, 9), null), tuple(null, "hides the cause"));
    }

    @Test
    void anAmendmentBeginsAVersionThatNobodyHasApproved() {
        var state = after(
                new ReviewShared(ID, TEN, List.of()),
                new ReviewApproved(ID, 1, "ana", null),
                new PostMortemApproved(ID, 1),
                new PostMortemPublished(ID, 1, TEN),
                new PostMortemAmended(ID, 2, "the times were wrong"));

        assertThat(state.state()).isEqualTo(PostMortemState.IN_REVIEW);
        assertThat(state.documentVersion()).isEqualTo(2);
        assertThat(state.review().sharedAt()).isNull();
        assertThat(state.review().approvals()).isEmpty();
        assertThat(state.steps())
                .extracting(PostMortemStep::to)
                .containsExactly(
                        PostMortemState.PREPARING,
                        PostMortemState.APPROVED,
                        PostMortemState.PUBLISHED,
                        PostMortemState.IN_REVIEW);
    }

    private static Instant minutes(int after) {
        return TEN.plusSeconds(60L * after);
    }

    private static PostMortemStatus after(PostMortemEvent... events) {
        var history = new ArrayList<Recorded<PostMortemEvent>>();
        history.add(new Recorded<>(new PostMortemCreated(ID, List.of(), "chain-core", "own", "fay"), 0, TEN, "fay"));
        for (var event : events) {
            history.add(new Recorded<>(event, history.size(), TEN, "fay"));
        }
        return PostMortemFold.of(history).orElseThrow();
    }
}
