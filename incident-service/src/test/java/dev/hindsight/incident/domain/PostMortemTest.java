package dev.hindsight.incident.domain;

import static dev.hindsight.incident.domain.Given.by;
import static dev.hindsight.incident.domain.PostMortemGiven.AUDITOR;
import static dev.hindsight.incident.domain.PostMortemGiven.EXECUTIVE;
import static dev.hindsight.incident.domain.PostMortemGiven.FACILITATOR;
import static dev.hindsight.incident.domain.PostMortemGiven.ID;
import static dev.hindsight.incident.domain.PostMortemGiven.INCIDENT;
import static dev.hindsight.incident.domain.PostMortemGiven.NOW;
import static dev.hindsight.incident.domain.PostMortemGiven.ONE;
import static dev.hindsight.incident.domain.PostMortemGiven.OPEN;
import static dev.hindsight.incident.domain.PostMortemGiven.RESPONDER;
import static dev.hindsight.incident.domain.PostMortemGiven.RESTRICTED;
import static dev.hindsight.incident.domain.PostMortemGiven.STRANGER;
import static dev.hindsight.incident.domain.PostMortemGiven.created;
import static dev.hindsight.incident.domain.PostMortemGiven.inReview;
import static dev.hindsight.incident.domain.PostMortemGiven.inSession;
import static dev.hindsight.incident.domain.PostMortemGiven.published;
import static dev.hindsight.incident.domain.PostMortemGiven.records;
import static dev.hindsight.incident.domain.PostMortemGiven.refuses;
import static dev.hindsight.incident.domain.PostMortemGiven.scheduled;
import static dev.hindsight.incident.domain.PostMortemGiven.when;
import static dev.hindsight.incident.domain.PostMortemGiven.with;

import dev.hindsight.contracts.postmortem.ChecklistItem;
import dev.hindsight.contracts.postmortem.CoachAnswer;
import dev.hindsight.contracts.postmortem.LessonKind;
import dev.hindsight.contracts.postmortem.MeetingEvent.NoteTaken;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ChecklistItemWaived;
import dev.hindsight.contracts.postmortem.PostMortemEvent.CoachFindingAnswered;
import dev.hindsight.contracts.postmortem.PostMortemEvent.LessonRecorded;
import dev.hindsight.contracts.postmortem.PostMortemEvent.MeetingScheduled;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAssigned;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemPlanned;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemWaived;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PreparationBegun;
import dev.hindsight.incident.domain.PostMortemCommand.CreatePostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.PlanPostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.ProposeSolution;
import dev.hindsight.incident.domain.PostMortemCommand.PutOnRecord;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.rights.Access;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The document of a post-mortem on its way to the review: who begins it, which step follows which. */
class PostMortemTest {

    private static final PostMortemPlanned PLANNED = new PostMortemPlanned(ID, List.of(INCIDENT), "chain-core");
    private static final MeetingScheduled AT_TEN = new MeetingScheduled(ID, NOW, "the incident room");
    private static final PostMortemWaived WAIVED = new PostMortemWaived(ID, "a drill", "exe");

    @Nested
    class InTheBeginning {

        @Test
        void isCreatedByAFacilitatorOfTheTeam() {
            when(List.of(), create(OPEN), FACILITATOR)
                    .expectEvents(new PostMortemCreated(ID, List.of(INCIDENT), "chain-core", "own", "fay"));
        }

        @Test
        void isPlannedForSomebodyToTakeOn() {
            when(List.of(), new PlanPostMortem(ID, List.of(INCIDENT), OPEN), FACILITATOR)
                    .expectEvents(PLANNED);
            records(List.of(PLANNED), new PreparationBegun(ID, "own", "fay"), FACILITATOR);
        }

        @Test
        void isAssignedToOthersAtAnyTimeBeforeItIsPublished() {
            var assigned = new PostMortemAssigned(ID, "new", "leo", "fay worked on the outage");
            records(List.of(created()), assigned, FACILITATOR);
            records(inReview(), assigned, FACILITATOR);
            refuses(StandardProblem.FORBIDDEN, List.of(created()), assigned, RESPONDER);
            refuses(PostMortemRule.POST_MORTEM_PUBLISHED, published(), assigned, FACILITATOR);
        }

        @Test
        void isTakenOnOnce() {
            refuses(
                    PostMortemRule.POST_MORTEM_STEP_NOT_POSSIBLE,
                    List.of(created()),
                    new PreparationBegun(ID, "own", "fay"),
                    FACILITATOR);
        }

        @Test
        void isNotCreatedByOthers() {
            for (var other : List.of(RESPONDER, AUDITOR, EXECUTIVE, by("oto", "facilitator", "payments-core"))) {
                refuses(StandardProblem.FORBIDDEN, List.of(), create(OPEN), other);
                refuses(StandardProblem.FORBIDDEN, List.of(), new PlanPostMortem(ID, List.of(INCIDENT), OPEN), other);
            }
        }

        @Test
        void doesNotTellWhetherAnIncidentExistsThatMayNotBeRead() {
            refuses(PostMortemRule.UNKNOWN_INCIDENT, List.of(), create(RESTRICTED), FACILITATOR);
        }

        @Test
        void isCreatedForARestrictedIncidentByAFacilitatorWhoIsNamedInIt() {
            when(List.of(), create(RESTRICTED), by("eve", "facilitator", "chain-core"))
                    .expectEvents(new PostMortemCreated(ID, List.of(INCIDENT), "chain-core", "own", "fay"));
        }
    }

    @Nested
    class OnTheWay {

        @Test
        void isScheduledAndScheduledAnew() {
            records(List.of(created()), AT_TEN, FACILITATOR);
            records(scheduled(), AT_TEN, FACILITATOR);
        }

        @Test
        void isScheduledOnlyBeforeItsMeeting() {
            for (var given : List.of(List.of(PLANNED), inSession(), inReview(), published())) {
                refuses(PostMortemRule.POST_MORTEM_STEP_NOT_POSSIBLE, given, AT_TEN, FACILITATOR);
            }
        }

        @Test
        void isWaivedWithAnApproverWhoIsSomebodyElse() {
            records(List.of(PLANNED), WAIVED, FACILITATOR);
            records(scheduled(), WAIVED, FACILITATOR);
            refuses(
                    PostMortemRule.OTHER_APPROVER_NEEDED,
                    scheduled(),
                    new PostMortemWaived(ID, "a drill", "fay"),
                    FACILITATOR);
        }

        @Test
        void isNotWaivedOnceItsMeetingHasStarted() {
            for (var given : List.of(inSession(), inReview(), published())) {
                refuses(PostMortemRule.POST_MORTEM_STEP_NOT_POSSIBLE, given, WAIVED, FACILITATOR);
            }
        }

        @Test
        void isNotAddedToOnceItIsWaived() {
            refuses(
                    PostMortemRule.POST_MORTEM_STEP_NOT_POSSIBLE,
                    with(scheduled(), WAIVED),
                    new LessonRecorded(ID, ONE, LessonKind.LEARNED, "it does not matter"),
                    FACILITATOR);
        }

        @Test
        void isLedByFacilitatorsAlone() {
            for (var fact : List.<PostMortemEvent>of(
                    AT_TEN, WAIVED, new ChecklistItemWaived(ID, ChecklistItem.AGENDA, "two people"))) {
                refuses(StandardProblem.FORBIDDEN, List.of(created()), fact, RESPONDER);
                refuses(StandardProblem.FORBIDDEN, List.of(created()), fact, EXECUTIVE);
            }
        }

        @Test
        void doesNotExistForThoseWhoMayNotReadItsIncidents() {
            refuses(StandardProblem.NOT_FOUND, scheduled(), new PutOnRecord(ID, RESTRICTED, AT_TEN), FACILITATOR);
            refuses(
                    StandardProblem.NOT_FOUND,
                    scheduled(),
                    new ProposeSolution(ID, RESTRICTED, ONE, "Alert on it", null, null),
                    RESPONDER);
        }

        @Test
        void lessonsComeFromWhoeverTakesPart() {
            var lesson = new LessonRecorded(ID, ONE, LessonKind.SURPRISED_BY, "the cache was shared");
            records(List.of(created()), lesson, RESPONDER);
            refuses(StandardProblem.FORBIDDEN, List.of(created()), lesson, STRANGER);
            refuses(StandardProblem.FORBIDDEN, List.of(created()), lesson, AUDITOR);
        }

        @Test
        void aFindingOfTheCoachIsAnsweredForATextThatIsThere() {
            var answer =
                    new CoachFindingAnswered(ID, ONE, "human-error", 4, 15, CoachAnswer.DISMISSED, "a quotation", null);
            records(with(inSession(), new NoteTaken(ID, ONE, null, "the human error field")), answer, RESPONDER);
            refuses(PostMortemRule.UNKNOWN_TEXT, inSession(), answer, RESPONDER);
        }
    }

    private static CreatePostMortem create(List<Access> incidents) {
        return new CreatePostMortem(ID, List.of(INCIDENT), incidents, "own", "fay");
    }
}
