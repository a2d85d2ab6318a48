package dev.hindsight.incident.domain;

import static dev.hindsight.incident.domain.PostMortemGiven.AUDITOR;
import static dev.hindsight.incident.domain.PostMortemGiven.EXECUTIVE;
import static dev.hindsight.incident.domain.PostMortemGiven.FACILITATOR;
import static dev.hindsight.incident.domain.PostMortemGiven.ID;
import static dev.hindsight.incident.domain.PostMortemGiven.NOW;
import static dev.hindsight.incident.domain.PostMortemGiven.ONE;
import static dev.hindsight.incident.domain.PostMortemGiven.OPEN;
import static dev.hindsight.incident.domain.PostMortemGiven.OTHER;
import static dev.hindsight.incident.domain.PostMortemGiven.RESPONDER;
import static dev.hindsight.incident.domain.PostMortemGiven.STRANGER;
import static dev.hindsight.incident.domain.PostMortemGiven.concluded;
import static dev.hindsight.incident.domain.PostMortemGiven.created;
import static dev.hindsight.incident.domain.PostMortemGiven.inReview;
import static dev.hindsight.incident.domain.PostMortemGiven.inSession;
import static dev.hindsight.incident.domain.PostMortemGiven.published;
import static dev.hindsight.incident.domain.PostMortemGiven.records;
import static dev.hindsight.incident.domain.PostMortemGiven.refuses;
import static dev.hindsight.incident.domain.PostMortemGiven.scheduled;
import static dev.hindsight.incident.domain.PostMortemGiven.when;
import static dev.hindsight.incident.domain.PostMortemGiven.with;

import dev.hindsight.contracts.postmortem.AgendaItem;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ParkedSolutionDropped;
import dev.hindsight.contracts.postmortem.AnalysisEvent.SolutionParked;
import dev.hindsight.contracts.postmortem.ChecklistItem;
import dev.hindsight.contracts.postmortem.MeetingEvent;
import dev.hindsight.contracts.postmortem.MeetingEvent.AgendaSet;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingEnded;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingStarted;
import dev.hindsight.contracts.postmortem.MeetingEvent.NoteCorrected;
import dev.hindsight.contracts.postmortem.MeetingEvent.NoteTaken;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantInvited;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantJoined;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantLeft;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseClosed;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseExtended;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseOpened;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementAnswered;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementMade;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementParked;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementRestated;
import dev.hindsight.contracts.postmortem.MeetingEvent.TimelineMasked;
import dev.hindsight.contracts.postmortem.MeetingEvent.TimelineUnmasked;
import dev.hindsight.contracts.postmortem.MeetingPhase;
import dev.hindsight.contracts.postmortem.MeetingRole;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.incident.domain.PostMortemCommand.EndMeeting;
import dev.hindsight.incident.domain.PostMortemCommand.StartMeeting;
import dev.hindsight.kit.problem.StandardProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The meetings of a post-mortem: when one starts, what happens in the room, when it may end. */
class MeetingTest {

    private static final EndMeeting END = new EndMeeting(ID, OPEN, NOW);
    private static final PhaseOpened REVIEW = new PhaseOpened(ID, MeetingPhase.TIMELINE_REVIEW, NOW);

    @Nested
    class TheStart {

        @Test
        void needsNoReasonWhenAllIsPrepared() {
            when(scheduled(), start(List.of(), null), FACILITATOR)
                    .expectEvents(new MeetingStarted(ID, 1, NOW, false, List.of(), null));
        }

        @Test
        void needsAReasonWhenSomethingIsMissingOrNothingWasScheduled() {
            var missing = List.of(ChecklistItem.AGENDA);
            refuses(PostMortemRule.POST_MORTEM_REASON_NEEDED, scheduled(), start(missing, null), FACILITATOR);
            refuses(PostMortemRule.POST_MORTEM_REASON_NEEDED, scheduled(), start(missing, " "), FACILITATOR);
            refuses(PostMortemRule.POST_MORTEM_REASON_NEEDED, List.of(created()), start(List.of(), null), FACILITATOR);
            when(List.of(created()), start(missing, "all are here today"), FACILITATOR)
                    .expectEvents(new MeetingStarted(ID, 1, NOW, false, missing, "all are here today"));
        }

        @Test
        void needsSomebodyToLeadIt() {
            refuses(
                    PostMortemRule.NOBODY_ASSIGNED,
                    List.of(new PostMortemCreated(ID, List.of(), "chain-core", null, null)),
                    start(List.of(), "all are here today"),
                    FACILITATOR);
        }

        @Test
        void keepsNoReasonThatWasNotNeeded() {
            when(scheduled(), start(List.of(), "to be sure"), FACILITATOR)
                    .expectEvents(new MeetingStarted(ID, 1, NOW, false, List.of(), null));
        }

        @Test
        void isPossibleAgainFromTheReviewAsAnotherSession() {
            when(inReview(), start(List.of(), null), FACILITATOR)
                    .expectEvents(new MeetingStarted(ID, 2, NOW, false, List.of(), null));
        }

        @Test
        void isNotPossibleTwiceNorOncePublished() {
            refuses(PostMortemRule.POST_MORTEM_STEP_NOT_POSSIBLE, inSession(), start(List.of(), "again"), FACILITATOR);
            refuses(PostMortemRule.POST_MORTEM_STEP_NOT_POSSIBLE, published(), start(List.of(), "again"), FACILITATOR);
        }

        @Test
        void isTheFacilitatorsAlone() {
            refuses(StandardProblem.FORBIDDEN, scheduled(), start(List.of(), null), RESPONDER);
            refuses(StandardProblem.FORBIDDEN, inSession(), END, RESPONDER);
        }
    }

    @Nested
    class ItsPhases {

        @Test
        void areOpenOneAtATime() {
            records(inSession(), REVIEW, FACILITATOR);
            refuses(
                    PostMortemRule.PHASE_OPEN,
                    with(inSession(), REVIEW),
                    new PhaseOpened(ID, MeetingPhase.Q_AND_A, NOW),
                    FACILITATOR);
            records(
                    with(inSession(), REVIEW, new PhaseClosed(ID, MeetingPhase.TIMELINE_REVIEW, NOW)),
                    new PhaseOpened(ID, MeetingPhase.Q_AND_A, NOW),
                    FACILITATOR);
        }

        @Test
        void areClosedAndExtendedWhileTheyAreOpen() {
            var close = new PhaseClosed(ID, MeetingPhase.TIMELINE_REVIEW, NOW);
            records(with(inSession(), REVIEW), close, FACILITATOR);
            refuses(PostMortemRule.PHASE_NOT_OPEN, inSession(), close, FACILITATOR);
            refuses(PostMortemRule.PHASE_NOT_OPEN, inSession(), extended(3, 0), FACILITATOR);
        }

        @Test
        void areExtendedByMoreVotesThanStandAgainstIt() {
            records(with(inSession(), REVIEW), extended(3, 2), FACILITATOR);
            refuses(PostMortemRule.EXTENSION_NOT_CARRIED, with(inSession(), REVIEW), extended(2, 2), FACILITATOR);
        }

        @Test
        void areThoseOfTheAgenda() {
            var shorter = new AgendaSet(ID, List.of(new AgendaItem(MeetingPhase.ROOT_CAUSE_ANALYSIS, 30)));
            refuses(PostMortemRule.PHASE_NOT_PLANNED, with(inSession(), shorter), REVIEW, FACILITATOR);
        }

        @Test
        void stayInTheAgendaOnceTheyWereHeld() {
            var shorter = new AgendaSet(ID, List.of(new AgendaItem(MeetingPhase.ROOT_CAUSE_ANALYSIS, 30)));
            refuses(PostMortemRule.PHASE_HELD_ALREADY, with(inSession(), REVIEW), shorter, FACILITATOR);
        }

        @Test
        void talkOfSolutionsOnlyOnceTheAnalysisIsConcluded() {
            var items = new PhaseOpened(ID, MeetingPhase.ACTION_ITEMS, NOW);
            refuses(PostMortemRule.ANALYSIS_NOT_CONCLUDED, inSession(), items, FACILITATOR);
            records(concluded(), items, FACILITATOR);
        }

        @Test
        void areTheFacilitatorsAlone() {
            refuses(StandardProblem.FORBIDDEN, inSession(), REVIEW, RESPONDER);
            refuses(StandardProblem.FORBIDDEN, with(inSession(), REVIEW), extended(3, 0), RESPONDER);
        }

        private static PhaseExtended extended(int votesFor, int votesAgainst) {
            return new PhaseExtended(ID, MeetingPhase.TIMELINE_REVIEW, 5, votesFor, votesAgainst, NOW);
        }
    }

    @Nested
    class TheRoom {

        private final MeetingEvent joined = new ParticipantJoined(ID, "ana", NOW);
        private final MeetingEvent note = new NoteTaken(ID, ONE, null, "the alert came late");
        private final MeetingEvent statement = new StatementMade(ID, ONE, "nobody told us");

        @Test
        void isJoinedOnceAndLeftOnce() {
            var left = new ParticipantLeft(ID, "ana", NOW);
            records(inSession(), joined, RESPONDER);
            refuses(PostMortemRule.ALREADY_PRESENT, with(inSession(), joined), joined, RESPONDER);
            records(with(inSession(), joined), left, RESPONDER);
            refuses(PostMortemRule.NOT_PRESENT, inSession(), left, RESPONDER);
        }

        @Test
        void isOpenToThoseOfTheTeamAndThoseInvited() {
            refuses(StandardProblem.FORBIDDEN, inSession(), note, STRANGER);
            refuses(StandardProblem.FORBIDDEN, inSession(), note, EXECUTIVE);
            refuses(StandardProblem.FORBIDDEN, inSession(), note, AUDITOR);
            records(with(inSession(), new ParticipantInvited(ID, "oto", MeetingRole.SCRIBE)), note, STRANGER);
        }

        @Test
        void isThereOnlyWhileAMeetingIsInSession() {
            for (var fact : List.of(joined, note, statement, REVIEW, new TimelineMasked(ID, NOW))) {
                refuses(PostMortemRule.MEETING_NOT_IN_SESSION, scheduled(), fact, FACILITATOR);
                refuses(PostMortemRule.MEETING_NOT_IN_SESSION, inReview(), fact, FACILITATOR);
            }
        }

        @Test
        void keepsNotesThatAreCorrectedAlsoAfterwards() {
            var corrected = new NoteCorrected(ID, ONE, "the alert came at 10:05", "read from the wrong node");
            records(with(inReview(), note), corrected, RESPONDER);
            refuses(PostMortemRule.UNKNOWN_NOTE, inSession(), corrected, RESPONDER);
        }

        @Test
        void restatesAnswersAndParksWhatIsSaid() {
            for (var fact : List.of(
                    new StatementRestated(ID, ONE, "The page reached nobody.", List.of()),
                    new StatementAnswered(ID, ONE, "It was sent at 20:12.", List.of(OTHER)),
                    new StatementParked(ID, ONE, "on call at night"))) {
                records(with(inSession(), statement), fact, RESPONDER);
                refuses(PostMortemRule.UNKNOWN_STATEMENT, inSession(), fact, RESPONDER);
            }
        }

        @Test
        void seesNothingLaterUntilTheMaskIsLifted() {
            var lifted = new TimelineUnmasked(ID, "the analysis begins");
            records(with(inSession(), new TimelineMasked(ID, NOW)), lifted, FACILITATOR);
            refuses(PostMortemRule.NOT_MASKED, inSession(), lifted, FACILITATOR);
            refuses(StandardProblem.FORBIDDEN, with(inSession(), new TimelineMasked(ID, NOW)), lifted, RESPONDER);
        }
    }

    @Nested
    class TheEnd {

        private final SolutionParked parked = new SolutionParked(ID, ONE, "Restart it nightly", null, null);

        @Test
        void closesThePhaseThatIsOpen() {
            when(with(inSession(), REVIEW), END, FACILITATOR)
                    .expectEvents(new PhaseClosed(ID, MeetingPhase.TIMELINE_REVIEW, NOW), new MeetingEnded(ID, NOW));
        }

        @Test
        void hidesNothingFromTheReview() {
            when(with(inSession(), new TimelineMasked(ID, NOW)), END, FACILITATOR)
                    .expectEvents(new TimelineUnmasked(ID, "The meeting ended."), new MeetingEnded(ID, NOW));
        }

        @Test
        void waitsForEveryParkedSolution() {
            refuses(PostMortemRule.PARKED_UNRESOLVED, with(concluded(), parked), END, FACILITATOR);
            when(with(concluded(), parked, new ParkedSolutionDropped(ID, ONE, "hides the cause")), END, FACILITATOR)
                    .expectEvents(new MeetingEnded(ID, NOW));
        }

        @Test
        void isPossibleOnceAMeetingIsInSession() {
            refuses(PostMortemRule.POST_MORTEM_STEP_NOT_POSSIBLE, scheduled(), END, FACILITATOR);
            refuses(PostMortemRule.POST_MORTEM_STEP_NOT_POSSIBLE, inReview(), END, FACILITATOR);
        }
    }

    private static StartMeeting start(List<ChecklistItem> missing, @Nullable String reason) {
        return new StartMeeting(ID, OPEN, NOW, false, missing, reason);
    }
}
