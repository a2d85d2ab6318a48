package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisTested;
import dev.hindsight.contracts.postmortem.HypothesisState;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisProposed;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A possible explanation; one that was refuted stays.
 *
 * @param evidence what its proposer pointed to, in words
 * @param prediction what should be found if it holds
 * @param test how that can be found out
 * @param proposer subject id
 * @param reasoning of the last verdict
 * @param statedAs the verdict in the word of an imported record
 * @param likelihood in percent, as last stated; null if nobody has said
 * @param beliefs what was believed of it, oldest first
 */
public record Hypothesis(
        UUID hypothesisId,
        String statement,
        @Nullable String evidence,
        @Nullable String prediction,
        @Nullable String test,
        @Nullable String proposer,
        HypothesisState state,
        @Nullable String reasoning,
        @Nullable String statedAs,
        @Nullable Integer likelihood,
        List<TestOfHypothesis> tests,
        List<Belief> beliefs) {

    /** @param outcome null while it is not known */
    public record TestOfHypothesis(
            UUID testId,
            String method,
            boolean seeksToRefute,
            @Nullable String outcome,
            List<UUID> evidence,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** @param likelihood in percent; null where a verdict came without one */
    public record Belief(
            HypothesisState state,
            @Nullable Integer likelihood,
            @Nullable String reasoning,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    static Hypothesis of(HypothesisProposed e, Recorded<?> by) {
        return new Hypothesis(
                e.hypothesisId(),
                e.statement(),
                e.evidence(),
                e.prediction(),
                e.test(),
                Optional.ofNullable(e.proposer()).orElse(by.recordedBy()),
                HypothesisState.PROPOSED,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    /** A test of what is judged already is a fact, but changes no verdict. */
    Hypothesis tested(HypothesisTested e, Recorded<?> by) {
        var added = new TestOfHypothesis(
                e.testId(), e.method(), e.seeksToRefute(), e.outcome(), e.evidence(), by.recordedAt(), by.recordedBy());
        return with(
                state == HypothesisState.PROPOSED ? HypothesisState.TESTING : state,
                reasoning,
                statedAs,
                likelihood,
                plus(tests, added),
                beliefs);
    }

    Hypothesis judged(HypothesisState verdict, @Nullable String because, @Nullable String inTheWord, Recorded<?> by) {
        var belief = new Belief(verdict, null, because, by.recordedAt(), by.recordedBy());
        return with(verdict, because, inTheWord, likelihood, tests, plus(beliefs, belief));
    }

    Hypothesis believed(int percent, @Nullable String because, Recorded<?> by) {
        var belief = new Belief(state, percent, because, by.recordedAt(), by.recordedBy());
        return with(state, reasoning, statedAs, percent, tests, plus(beliefs, belief));
    }

    private Hypothesis with(
            HypothesisState newState,
            @Nullable String newReasoning,
            @Nullable String newStatedAs,
            @Nullable Integer newLikelihood,
            List<TestOfHypothesis> newTests,
            List<Belief> newBeliefs) {
        return new Hypothesis(
                hypothesisId,
                statement,
                evidence,
                prediction,
                test,
                proposer,
                newState,
                newReasoning,
                newStatedAs,
                newLikelihood,
                newTests,
                newBeliefs);
    }

    private static <T> List<T> plus(List<T> some, T more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return List.copyOf(all);
    }
}
