package dev.hindsight.incident.domain;

import static dev.hindsight.incident.domain.Given.by;
import static dev.hindsight.incident.domain.PostMortemGiven.AUDITOR;
import static dev.hindsight.incident.domain.PostMortemGiven.DUE;
import static dev.hindsight.incident.domain.PostMortemGiven.EXECUTIVE;
import static dev.hindsight.incident.domain.PostMortemGiven.FACILITATOR;
import static dev.hindsight.incident.domain.PostMortemGiven.ID;
import static dev.hindsight.incident.domain.PostMortemGiven.INCIDENT;
import static dev.hindsight.incident.domain.PostMortemGiven.NOW;
import static dev.hindsight.incident.domain.PostMortemGiven.ONE;
import static dev.hindsight.incident.domain.PostMortemGiven.OPEN;
import static dev.hindsight.incident.domain.PostMortemGiven.RESPONDER;
import static dev.hindsight.incident.domain.PostMortemGiven.STRANGER;
import static dev.hindsight.incident.domain.PostMortemGiven.inReview;
import static dev.hindsight.incident.domain.PostMortemGiven.inSession;
import static dev.hindsight.incident.domain.PostMortemGiven.published;
import static dev.hindsight.incident.domain.PostMortemGiven.records;
import static dev.hindsight.incident.domain.PostMortemGiven.refuses;
import static dev.hindsight.incident.domain.PostMortemGiven.scheduled;
import static dev.hindsight.incident.domain.PostMortemGiven.when;
import static dev.hindsight.incident.domain.PostMortemGiven.with;

import dev.hindsight.contracts.postmortem.AnalysisEvent.SolutionParked;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingEnded;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingStarted;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAmended;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemApproved;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAssigned;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemClosed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemImported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemPublished;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewApproved;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewShared;
import dev.hindsight.incident.domain.PostMortemCommand.AmendPostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.ApproveReview;
import dev.hindsight.incident.domain.PostMortemCommand.ClosePostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.ProposeSolution;
import dev.hindsight.incident.domain.PostMortemCommand.PublishPostMortem;
import dev.hindsight.kit.problem.StandardProblem;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The review of a post-mortem's document: who approves it, what follows once it is published. */
class ReviewedPostMortemTest {

    private static final ReviewShared SHARED = new ReviewShared(ID, NOW, List.of());
    private static final ApproveReview APPROVE = new ApproveReview(ID, OPEN, null, 1);

    @Nested
    class UnderReview {

        private final List<PostMortemEvent> shared = with(inReview(), SHARED);

        @Test
        void isApprovedByAParticipantAndByAnExecutive() {
            for (var approver : List.of(RESPONDER, EXECUTIVE)) {
                var who = approver == EXECUTIVE ? "exe" : "ana";
                when(shared, APPROVE, approver)
                        .expectEvents(new ReviewApproved(ID, 1, who, null), new PostMortemApproved(ID, 1));
            }
        }

        @Test
        void isApprovedOnceThereAreEnoughApprovals() {
            var two = new ApproveReview(ID, OPEN, null, 2);
            when(shared, two, RESPONDER).expectEvents(new ReviewApproved(ID, 1, "ana", null));
            when(with(shared, new ReviewApproved(ID, 1, "ana", null)), two, EXECUTIVE)
                    .expectEvents(new ReviewApproved(ID, 1, "exe", null), new PostMortemApproved(ID, 1));
        }

        @Test
        void isNotApprovedByItsAuthorNorTwiceByOnePersonNorByThoseNotAsked() {
            refuses(PostMortemRule.OWNER_CANNOT_APPROVE, shared, APPROVE, by("own", "facilitator", "chain-core"));
            refuses(
                    PostMortemRule.APPROVED_ALREADY,
                    with(shared, new ReviewApproved(ID, 1, "ana", null)),
                    new ApproveReview(ID, OPEN, null, 2),
                    RESPONDER);
            refuses(
                    PostMortemRule.NOT_A_REVIEWER,
                    with(inReview(), new ReviewShared(ID, NOW, List.of("exe"))),
                    APPROVE,
                    RESPONDER);
            refuses(StandardProblem.FORBIDDEN, shared, APPROVE, AUDITOR);
            refuses(StandardProblem.FORBIDDEN, shared, APPROVE, STRANGER);
        }

        @Test
        void isNotApprovedBeforeItIsSharedNorOutsideTheReview() {
            refuses(PostMortemRule.REVIEW_NOT_SHARED, inReview(), APPROVE, RESPONDER);
            refuses(PostMortemRule.POST_MORTEM_STEP_NOT_POSSIBLE, inSession(), APPROVE, RESPONDER);
            refuses(PostMortemRule.POST_MORTEM_STEP_NOT_POSSIBLE, inSession(), SHARED, FACILITATOR);
        }

        @Test
        void isSharedAnewAfterTheMeeting() {
            records(scheduled(), SHARED, FACILITATOR);
            var ended = with(
                    scheduled(),
                    SHARED,
                    new MeetingStarted(ID, 1, NOW, false, List.of(), null),
                    new MeetingEnded(ID, NOW));
            refuses(PostMortemRule.REVIEW_NOT_SHARED, ended, APPROVE, RESPONDER);
        }

        @Test
        void isNotApprovedWhileNobodyIsNamedAsItsAuthor() {
            var amendedImport = List.of(
                    new PostMortemCreated(ID, List.of(INCIDENT), "chain-core", null, null),
                    new PostMortemImported(ID, "record", null),
                    new PostMortemAmended(ID, 2, "the times were wrong"));
            refuses(PostMortemRule.NOBODY_ASSIGNED, with(amendedImport, SHARED), APPROVE, RESPONDER);
            refuses(
                    PostMortemRule.OWNER_CANNOT_APPROVE,
                    with(amendedImport, new PostMortemAssigned(ID, "ana", "fay", null), SHARED),
                    APPROVE,
                    RESPONDER);
        }

        @Test
        void isNotApprovedWhileASolutionIsParked() {
            refuses(
                    PostMortemRule.PARKED_UNRESOLVED,
                    with(shared, new SolutionParked(ID, ONE, "Alert on it", null, null)),
                    APPROVE,
                    RESPONDER);
        }

        @Test
        void isApprovedAnewAfterAnotherSession() {
            var again = with(
                    shared,
                    new ReviewApproved(ID, 1, "ana", null),
                    new MeetingStarted(ID, 2, NOW, false, List.of(), null),
                    new MeetingEnded(ID, NOW),
                    SHARED);
            when(again, new ApproveReview(ID, OPEN, null, 2), RESPONDER)
                    .expectEvents(new ReviewApproved(ID, 1, "ana", null));
        }

        @Test
        void isApprovedByANamedReviewerOfAnotherTeam() {
            when(with(inReview(), new ReviewShared(ID, NOW, List.of("oto"))), APPROVE, STRANGER)
                    .expectEvents(new ReviewApproved(ID, 1, "oto", null), new PostMortemApproved(ID, 1));
        }

        @Test
        void isPublishedOnceItIsApproved() {
            var publish = new PublishPostMortem(ID, OPEN, NOW);
            var approved = with(shared, new PostMortemApproved(ID, 1));
            when(approved, publish, FACILITATOR).expectEvents(new PostMortemPublished(ID, 1, NOW));
            refuses(PostMortemRule.POST_MORTEM_STEP_NOT_POSSIBLE, shared, publish, FACILITATOR);
            refuses(StandardProblem.FORBIDDEN, approved, publish, RESPONDER);
        }
    }

    @Nested
    class OncePublished {

        @Test
        void isNotAddedTo() {
            refuses(
                    PostMortemRule.POST_MORTEM_PUBLISHED,
                    published(),
                    new ProposeSolution(ID, OPEN, ONE, "Alert on it", "ana", DUE),
                    FACILITATOR);
        }

        @Test
        void isAmendedAsItsNextVersionWhichIsApprovedAnew() {
            var amend = new AmendPostMortem(ID, OPEN, "the times were wrong");
            when(published(), amend, FACILITATOR).expectEvents(new PostMortemAmended(ID, 2, "the times were wrong"));
            refuses(PostMortemRule.POST_MORTEM_STEP_NOT_POSSIBLE, inReview(), amend, FACILITATOR);
            refuses(StandardProblem.FORBIDDEN, published(), amend, RESPONDER);

            var amended = with(
                    inReview(),
                    SHARED,
                    new ReviewApproved(ID, 1, "ana", null),
                    new PostMortemApproved(ID, 1),
                    new PostMortemPublished(ID, 1, NOW),
                    new PostMortemAmended(ID, 2, "the times were wrong"));
            refuses(PostMortemRule.REVIEW_NOT_SHARED, amended, APPROVE, RESPONDER);
            when(with(amended, SHARED), APPROVE, RESPONDER)
                    .expectEvents(new ReviewApproved(ID, 2, "ana", null), new PostMortemApproved(ID, 2));
        }

        @Test
        void isClosedOnceItsItemsAreSettledOrForAReason() {
            when(published(), new ClosePostMortem(ID, OPEN, 0, null), FACILITATOR)
                    .expectEvents(new PostMortemClosed(ID, null));
            when(published(), new ClosePostMortem(ID, OPEN, 2, "the chain is retired"), FACILITATOR)
                    .expectEvents(new PostMortemClosed(ID, "the chain is retired"));
            refuses(
                    PostMortemRule.POST_MORTEM_REASON_NEEDED,
                    published(),
                    new ClosePostMortem(ID, OPEN, 2, " "),
                    FACILITATOR);
            refuses(StandardProblem.FORBIDDEN, published(), new ClosePostMortem(ID, OPEN, 0, null), RESPONDER);
        }
    }
}
