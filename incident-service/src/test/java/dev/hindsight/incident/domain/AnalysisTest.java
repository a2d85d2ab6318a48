package dev.hindsight.incident.domain;

import static dev.hindsight.contracts.postmortem.AnalysisGap.FEWER_THAN_TWO_HYPOTHESES;
import static dev.hindsight.contracts.postmortem.AnalysisGap.SUPPORTED_WITHOUT_REFUTATION_ATTEMPT;
import static dev.hindsight.incident.domain.PostMortemGiven.DUE;
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
import static dev.hindsight.incident.domain.PostMortemGiven.proposed;
import static dev.hindsight.incident.domain.PostMortemGiven.published;
import static dev.hindsight.incident.domain.PostMortemGiven.records;
import static dev.hindsight.incident.domain.PostMortemGiven.refuses;
import static dev.hindsight.incident.domain.PostMortemGiven.when;
import static dev.hindsight.incident.domain.PostMortemGiven.with;

import dev.hindsight.contracts.postmortem.AnalysisEvent;
import dev.hindsight.contracts.postmortem.AnalysisEvent.AnalysisConcluded;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorClassified;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorWithdrawn;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisAssessed;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisBeliefStated;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisTested;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ParkedSolutionDropped;
import dev.hindsight.contracts.postmortem.AnalysisEvent.SolutionParked;
import dev.hindsight.contracts.postmortem.Consistency;
import dev.hindsight.contracts.postmortem.ExternalClassification;
import dev.hindsight.contracts.postmortem.FactorKind;
import dev.hindsight.contracts.postmortem.FactorLayer;
import dev.hindsight.contracts.postmortem.FactorRole;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisLeftInconclusive;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisRefuted;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisSupported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemPlanned;
import dev.hindsight.incident.domain.PostMortemCommand.AgreeParkedSolution;
import dev.hindsight.incident.domain.PostMortemCommand.ConcludeAnalysis;
import dev.hindsight.incident.domain.PostMortemCommand.ProposeSolution;
import dev.hindsight.kit.problem.StandardProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The analysis of a post-mortem: several hypotheses, an attempt to refute, and solutions that wait for it. */
class AnalysisTest {

    private static final HypothesisSupported SUPPORTED = new HypothesisSupported(ID, ONE, "it fits the series", null);
    private static final HypothesisTested TRIED_TO_REFUTE =
            new HypothesisTested(ID, ONE, new UUID(0, 9), "replay without the cache", true, "it stays", List.of());

    @Nested
    class Hypotheses {

        @Test
        void areProposedByWhoeverTakesPartAndJudgedByTheFacilitator() {
            records(List.of(created()), proposed(ONE), RESPONDER);
            records(with(inSession(), proposed(ONE)), SUPPORTED, FACILITATOR);
            refuses(StandardProblem.FORBIDDEN, with(inSession(), proposed(ONE)), SUPPORTED, RESPONDER);
            refuses(StandardProblem.FORBIDDEN, inSession(), proposed(ONE), STRANGER);
        }

        @Test
        void areThereBeforeAnythingIsSaidOfThem() {
            for (var fact : List.<PostMortemEvent>of(
                    SUPPORTED,
                    new HypothesisRefuted(ID, ONE, "it came later", null),
                    new HypothesisLeftInconclusive(ID, ONE, "no data", null),
                    TRIED_TO_REFUTE,
                    new HypothesisAssessed(ID, ONE, OTHER, Consistency.II, null),
                    new HypothesisBeliefStated(ID, ONE, 60, null))) {
                refuses(PostMortemRule.UNKNOWN_HYPOTHESIS, inSession(), fact, FACILITATOR);
                records(with(inSession(), proposed(ONE)), fact, FACILITATOR);
            }
        }

        @Test
        void areNotAddedOnceThePostMortemIsPublished() {
            refuses(PostMortemRule.POST_MORTEM_PUBLISHED, published(), proposed(ONE), FACILITATOR);
        }
    }

    @Nested
    class TheConclusion {

        @Test
        void needsTwoHypotheses() {
            refuses(PostMortemRule.ANALYSIS_INCOMPLETE, with(inSession(), proposed(ONE)), conclude(null), FACILITATOR);
            when(with(inSession(), proposed(ONE), proposed(OTHER)), conclude(null), FACILITATOR)
                    .expectEvents(new AnalysisConcluded(ID, NOW, List.of(), null));
        }

        @Test
        void needsAnAttemptToRefuteWhatIsSupported() {
            var supported = with(inSession(), proposed(ONE), proposed(OTHER), SUPPORTED);
            refuses(PostMortemRule.ANALYSIS_INCOMPLETE, supported, conclude(null), FACILITATOR);
            when(with(supported, TRIED_TO_REFUTE), conclude(null), FACILITATOR)
                    .expectEvents(new AnalysisConcluded(ID, NOW, List.of(), null));
            when(with(supported, new HypothesisRefuted(ID, ONE, "it came later", null)), conclude(null), FACILITATOR)
                    .expectEvents(new AnalysisConcluded(ID, NOW, List.of(), null));
        }

        @Test
        void takesNoPlanForAnAttempt() {
            var planned = new HypothesisTested(ID, ONE, new UUID(0, 9), "replay it", true, null, List.of());
            refuses(
                    PostMortemRule.ANALYSIS_INCOMPLETE,
                    with(inSession(), proposed(ONE), proposed(OTHER), SUPPORTED, planned),
                    conclude(null),
                    FACILITATOR);
        }

        @Test
        void isNotGotRoundByJudgingAfterwards() {
            var after =
                    with(inSession(), proposed(ONE), proposed(OTHER), new AnalysisConcluded(ID, NOW, List.of(), null));
            refuses(PostMortemRule.ANALYSIS_INCOMPLETE, after, SUPPORTED, FACILITATOR);
            records(with(after, TRIED_TO_REFUTE), SUPPORTED, FACILITATOR);
        }

        @Test
        void isOverriddenWithAReasonThatStaysWithWhatWasLacking() {
            when(with(inSession(), proposed(ONE), SUPPORTED), conclude("the network is gone"), FACILITATOR)
                    .expectEvents(new AnalysisConcluded(
                            ID,
                            NOW,
                            List.of(FEWER_THAN_TWO_HYPOTHESES, SUPPORTED_WITHOUT_REFUTATION_ATTEMPT),
                            "the network is gone"));
            refuses(PostMortemRule.ANALYSIS_INCOMPLETE, inSession(), conclude(" "), FACILITATOR);
        }

        @Test
        void keepsNoReasonThatWasNotNeeded() {
            when(with(inSession(), proposed(ONE), proposed(OTHER)), conclude("to be sure"), FACILITATOR)
                    .expectEvents(new AnalysisConcluded(ID, NOW, List.of(), null));
        }

        @Test
        void comesOnceAndInTheMeetingAndFromTheFacilitator() {
            refuses(PostMortemRule.ANALYSIS_CONCLUDED_ALREADY, concluded(), conclude("again"), FACILITATOR);
            refuses(PostMortemRule.MEETING_NOT_IN_SESSION, inReview(), conclude("late"), FACILITATOR);
            refuses(StandardProblem.FORBIDDEN, inSession(), conclude("mine"), RESPONDER);
        }
    }

    @Nested
    class Solutions {

        private final SolutionParked parked = new SolutionParked(ID, ONE, "Alert on it", null, null);

        @Test
        void areParkedWhileTheAnalysisGoesOnWhoeverOfTheCircleProposesThem() {
            when(inSession(), propose("ana", DUE), RESPONDER)
                    .expectEvents(new SolutionParked(ID, ONE, "Alert on it", "ana", DUE));
            when(List.of(created()), propose(null, null), FACILITATOR).expectEvents(parked);
            refuses(StandardProblem.FORBIDDEN, inSession(), propose(null, null), STRANGER);
        }

        @Test
        void areParkedAlsoBeforeAnybodyHasTakenThePostMortemOn() {
            var planned = new PostMortemPlanned(ID, List.of(), "chain-core");
            when(List.of(planned), propose(null, null), RESPONDER).expectEvents(parked);
        }

        @Test
        void areAgreedOnceTheAnalysisIsConcludedWithAnOwnerAndADate() {
            when(concluded(), propose("ana", DUE), FACILITATOR)
                    .expectEvents(new ActionItemAgreed(ID, ONE, "Alert on it", "ana", DUE, null, null));
            refuses(PostMortemRule.OWNER_AND_DATE_NEEDED, concluded(), propose("ana", null), FACILITATOR);
            refuses(PostMortemRule.OWNER_AND_DATE_NEEDED, concluded(), propose(null, DUE), FACILITATOR);
            refuses(StandardProblem.FORBIDDEN, concluded(), propose("ana", DUE), RESPONDER);
        }

        @Test
        void thatAreParkedBecomeActionItems() {
            when(with(concluded(), parked), agree(null), FACILITATOR)
                    .expectEvents(new ActionItemAgreed(ID, OTHER, "Alert on it", "ana", DUE, null, ONE));
            when(with(concluded(), parked), agree("Alert on misses"), FACILITATOR)
                    .expectEvents(new ActionItemAgreed(ID, OTHER, "Alert on misses", "ana", DUE, null, ONE));
        }

        @Test
        void thatAreParkedWaitForTheConclusion() {
            refuses(PostMortemRule.ANALYSIS_NOT_CONCLUDED, with(inSession(), parked), agree(null), FACILITATOR);
        }

        @Test
        void areResolvedOnce() {
            var dropped = new ParkedSolutionDropped(ID, ONE, "it hides the cause");
            records(with(concluded(), parked), dropped, FACILITATOR);
            refuses(
                    PostMortemRule.UNKNOWN_PARKED_SOLUTION,
                    with(concluded(), parked, dropped),
                    agree(null),
                    FACILITATOR);
            refuses(
                    PostMortemRule.UNKNOWN_PARKED_SOLUTION,
                    with(concluded(), parked, new ActionItemAgreed(ID, OTHER, "Alert", "ana", DUE, null, ONE)),
                    dropped,
                    FACILITATOR);
            refuses(StandardProblem.FORBIDDEN, with(concluded(), parked), dropped, RESPONDER);
        }

        private static ProposeSolution propose(@Nullable String owner, @Nullable LocalDate due) {
            return new ProposeSolution(ID, OPEN, ONE, "Alert on it", owner, due);
        }

        private static AgreeParkedSolution agree(@Nullable String title) {
            return new AgreeParkedSolution(ID, OPEN, ONE, OTHER, title, "ana", DUE);
        }
    }

    @Nested
    class Factors {

        private final ContributingFactorIdentified factor = new ContributingFactorIdentified(
                ID,
                ONE,
                "The cache was sized for half the validators",
                FactorRole.ENABLING,
                FactorLayer.CONSENSUS,
                FactorKind.CAPACITY,
                List.of(),
                null);

        @Test
        void areNamedByTheFacilitator() {
            records(inSession(), factor, FACILITATOR);
            refuses(StandardProblem.FORBIDDEN, inSession(), factor, RESPONDER);
        }

        @Test
        void areClassifiedAndWithdrawnWhileTheyCount() {
            AnalysisEvent withdrawn = new ContributingFactorWithdrawn(ID, ONE, "it was sized right");
            AnalysisEvent classified = new ContributingFactorClassified(
                    ID,
                    ONE,
                    FactorRole.TRIGGER,
                    FactorLayer.EXECUTION,
                    FactorKind.CHANGE,
                    List.of(new ExternalClassification("SCWE", "0.1", "SCWE-012")));
            for (var fact : List.of(withdrawn, classified)) {
                records(with(inReview(), factor), fact, FACILITATOR);
                refuses(PostMortemRule.UNKNOWN_FACTOR, inSession(), fact, FACILITATOR);
                refuses(PostMortemRule.UNKNOWN_FACTOR, with(inSession(), factor, withdrawn), fact, FACILITATOR);
            }
        }
    }

    private static ConcludeAnalysis conclude(@Nullable String reason) {
        return new ConcludeAnalysis(ID, OPEN, NOW, reason);
    }
}
