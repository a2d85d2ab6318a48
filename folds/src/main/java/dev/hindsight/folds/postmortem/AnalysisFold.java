package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.AnalysisEvent;
import dev.hindsight.contracts.postmortem.AnalysisEvent.AnalysisConcluded;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorClassified;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorWithdrawn;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisAssessed;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisBeliefStated;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisTested;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ParkedSolutionDropped;
import dev.hindsight.contracts.postmortem.AnalysisEvent.SolutionParked;
import dev.hindsight.contracts.postmortem.HypothesisState;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisProposed;
import dev.hindsight.folds.Recorded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gathers what the analysis of one post-mortem found, and what was agreed because of it. */
final class AnalysisFold {

    private final Map<UUID, Hypothesis> hypotheses = new LinkedHashMap<>();
    private final List<HypothesisAssessed> assessments = new ArrayList<>();
    private final Map<UUID, Factor> factors = new LinkedHashMap<>();
    private final Map<UUID, ParkedSolution> parked = new LinkedHashMap<>();
    private final List<AgreedAction> actionItems = new ArrayList<>();
    private @Nullable Conclusion conclusion;

    void proposed(HypothesisProposed e, Recorded<?> by) {
        hypotheses.put(e.hypothesisId(), Hypothesis.of(e, by));
    }

    void judged(
            UUID id, HypothesisState verdict, @Nullable String reasoning, @Nullable String statedAs, Recorded<?> by) {
        change(id, known -> known.judged(verdict, reasoning, statedAs, by));
    }

    void identified(ContributingFactorIdentified e) {
        factors.put(e.factorId(), Factor.of(e));
    }

    void agreed(ActionItemAgreed e) {
        actionItems.add(AgreedAction.of(e));
        if (e.parkedId() != null) {
            parked.computeIfPresent(e.parkedId(), (_, known) -> known.agreed(e.actionItemId()));
        }
    }

    void add(AnalysisEvent event, Recorded<?> by) {
        switch (event) {
            case HypothesisTested e -> change(e.hypothesisId(), known -> known.tested(e, by));
            case HypothesisAssessed e -> assessments.add(e);
            case HypothesisBeliefStated e ->
                change(e.hypothesisId(), known -> known.believed(e.likelihood(), e.reasoning(), by));
            case AnalysisConcluded e ->
                conclusion = new Conclusion(e.concludedAt(), e.gaps(), e.overrideReason(), by.recordedBy());
            case SolutionParked e -> parked.put(e.parkedId(), ParkedSolution.of(e, by));
            case ParkedSolutionDropped e ->
                parked.computeIfPresent(e.parkedId(), (_, known) -> known.dropped(e.reason()));
            case ContributingFactorClassified e ->
                factors.computeIfPresent(e.factorId(), (_, known) -> known.classified(e));
            case ContributingFactorWithdrawn e ->
                factors.computeIfPresent(e.factorId(), (_, known) -> known.withdrawn(e.reason()));
        }
    }

    List<Hypothesis> hypotheses() {
        return List.copyOf(hypotheses.values());
    }

    EvidenceMatrix matrix() {
        return EvidenceMatrix.of(assessments);
    }

    @Nullable
    Conclusion conclusion() {
        return conclusion;
    }

    List<Factor> factors() {
        return List.copyOf(factors.values());
    }

    List<ParkedSolution> parked() {
        return List.copyOf(parked.values());
    }

    List<AgreedAction> actionItems() {
        return List.copyOf(actionItems);
    }

    private void change(UUID hypothesis, UnaryOperator<Hypothesis> change) {
        hypotheses.computeIfPresent(hypothesis, (_, known) -> change.apply(known));
    }
}
