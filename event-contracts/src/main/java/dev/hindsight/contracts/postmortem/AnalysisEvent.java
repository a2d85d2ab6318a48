package dev.hindsight.contracts.postmortem;

import dev.hindsight.contracts.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to the analysis of a post-mortem, beyond proposing hypotheses, judging them and naming factors. */
public sealed interface AnalysisEvent extends PostMortemEvent {

    /**
     * @param method what was done
     * @param seeksToRefute it was done to find out whether the hypothesis is wrong
     * @param outcome null while it is not known
     */
    @EventType("hypothesis-tested")
    record HypothesisTested(
            UUID postMortemId,
            UUID hypothesisId,
            UUID testId,
            String method,
            boolean seeksToRefute,
            @Nullable String outcome,
            List<UUID> evidence)
            implements AnalysisEvent {}

    /** The last assessment of a piece of evidence against a hypothesis counts. */
    @EventType("hypothesis-assessed")
    record HypothesisAssessed(
            UUID postMortemId,
            UUID hypothesisId,
            UUID evidenceId,
            Consistency consistency,
            @Nullable String reasoning) implements AnalysisEvent {}

    /** @param likelihood in percent, as the people in the room see it */
    @EventType("hypothesis-belief-stated")
    record HypothesisBeliefStated(
            UUID postMortemId,
            UUID hypothesisId,
            int likelihood,
            @Nullable String reasoning) implements AnalysisEvent {}

    /**
     * @param gaps what it lacks
     * @param overrideReason why it is concluded all the same; null if nothing is lacking
     */
    @EventType("analysis-concluded")
    record AnalysisConcluded(
            UUID postMortemId,
            Instant concludedAt,
            List<AnalysisGap> gaps,
            @Nullable String overrideReason) implements AnalysisEvent {}

    /** A solution that was proposed before the analysis was concluded; it waits. */
    @EventType("solution-parked")
    record SolutionParked(
            UUID postMortemId,
            UUID parkedId,
            String title,
            @Nullable String owner,
            @Nullable LocalDate due) implements AnalysisEvent {}

    @EventType("parked-solution-dropped")
    record ParkedSolutionDropped(UUID postMortemId, UUID parkedId, String reason) implements AnalysisEvent {}

    /** It replaces the classification before. */
    @EventType("contributing-factor-classified")
    record ContributingFactorClassified(
            UUID postMortemId,
            UUID factorId,
            FactorRole role,
            FactorLayer layer,
            FactorKind kind,
            List<ExternalClassification> externalIds)
            implements AnalysisEvent {}

    @EventType("contributing-factor-withdrawn")
    record ContributingFactorWithdrawn(UUID postMortemId, UUID factorId, String reason) implements AnalysisEvent {}
}
