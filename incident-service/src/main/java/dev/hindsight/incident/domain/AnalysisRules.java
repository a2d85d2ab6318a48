package dev.hindsight.incident.domain;

import static dev.hindsight.contracts.postmortem.AnalysisGap.FEWER_THAN_TWO_HYPOTHESES;
import static dev.hindsight.contracts.postmortem.AnalysisGap.SUPPORTED_WITHOUT_REFUTATION_ATTEMPT;

import dev.hindsight.contracts.postmortem.AnalysisEvent;
import dev.hindsight.contracts.postmortem.AnalysisEvent.AnalysisConcluded;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorClassified;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorWithdrawn;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisAssessed;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisBeliefStated;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisTested;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ParkedSolutionDropped;
import dev.hindsight.contracts.postmortem.AnalysisEvent.SolutionParked;
import dev.hindsight.contracts.postmortem.AnalysisGap;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisLeftInconclusive;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisProposed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisRefuted;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisSupported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.LessonRecorded;
import dev.hindsight.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rules of an analysis: several hypotheses, an attempt to refute what is supported, solutions once it is concluded. */
final class AnalysisRules {

    private final Set<UUID> hypotheses = new HashSet<>();
    private final Set<UUID> supported = new HashSet<>();
    private final Set<UUID> triedToRefute = new HashSet<>();
    private final Set<UUID> factors = new HashSet<>();
    private final Set<UUID> lessons = new HashSet<>();
    private final Map<UUID, String> parked = new LinkedHashMap<>();
    private boolean concluded;

    void require(PostMortemEvent fact) {
        switch (fact) {
            case HypothesisSupported e -> {
                requireHypothesis(e.hypothesisId());
                if (concluded && !triedToRefute.contains(e.hypothesisId())) {
                    throw new ProblemException(
                            PostMortemRule.ANALYSIS_INCOMPLETE,
                            "The analysis is concluded, and nobody tried to refute this hypothesis.");
                }
            }
            case HypothesisRefuted e -> requireHypothesis(e.hypothesisId());
            case HypothesisLeftInconclusive e -> requireHypothesis(e.hypothesisId());
            case HypothesisTested e -> requireHypothesis(e.hypothesisId());
            case HypothesisAssessed e -> requireHypothesis(e.hypothesisId());
            case HypothesisBeliefStated e -> requireHypothesis(e.hypothesisId());
            case ParkedSolutionDropped e -> proposedAs(e.parkedId());
            case ContributingFactorClassified e -> requireFactor(e.factorId());
            case ContributingFactorWithdrawn e -> requireFactor(e.factorId());
            default -> {
                // nothing stands against it
            }
        }
    }

    void on(PostMortemEvent event) {
        switch (event) {
            case HypothesisProposed e -> hypotheses.add(e.hypothesisId());
            case HypothesisSupported e -> supported.add(e.hypothesisId());
            case HypothesisRefuted e -> supported.remove(e.hypothesisId());
            case HypothesisLeftInconclusive e -> supported.remove(e.hypothesisId());
            case ContributingFactorIdentified e -> factors.add(e.factorId());
            case LessonRecorded e -> lessons.add(e.lessonId());
            case ActionItemAgreed e -> parked.remove(e.parkedId());
            case AnalysisEvent e -> onAnalysis(e);
            default -> {
                // no rule about the analysis depends on it
            }
        }
    }

    private void onAnalysis(AnalysisEvent event) {
        switch (event) {
            case HypothesisTested e -> {
                if (e.seeksToRefute() && e.outcome() != null) { // what is only planned was not tried
                    triedToRefute.add(e.hypothesisId());
                }
            }
            case AnalysisConcluded _ -> concluded = true;
            case SolutionParked e -> parked.put(e.parkedId(), e.title());
            case ParkedSolutionDropped e -> parked.remove(e.parkedId());
            case ContributingFactorWithdrawn e -> factors.remove(e.factorId());
            case HypothesisAssessed _, HypothesisBeliefStated _, ContributingFactorClassified _ -> {
                // no rule depends on it
            }
        }
    }

    boolean isConcluded() {
        return concluded;
    }

    List<AnalysisGap> gaps() {
        var gaps = new ArrayList<AnalysisGap>();
        if (hypotheses.size() < 2) {
            gaps.add(FEWER_THAN_TWO_HYPOTHESES);
        }
        if (!triedToRefute.containsAll(supported)) {
            gaps.add(SUPPORTED_WITHOUT_REFUTATION_ATTEMPT);
        }
        return List.copyOf(gaps);
    }

    /** The solutions that wait, as they were proposed. */
    List<String> waiting() {
        return List.copyOf(parked.values());
    }

    /** The words in which a solution that waits was proposed. */
    String proposedAs(UUID parkedId) {
        PostMortem.require(parked.containsKey(parkedId), PostMortemRule.UNKNOWN_PARKED_SOLUTION);
        return parked.getOrDefault(parkedId, "");
    }

    boolean has(UUID text) {
        return hypotheses.contains(text) || factors.contains(text) || lessons.contains(text);
    }

    private void requireHypothesis(UUID hypothesis) {
        PostMortem.require(hypotheses.contains(hypothesis), PostMortemRule.UNKNOWN_HYPOTHESIS);
    }

    private void requireFactor(UUID factor) {
        PostMortem.require(factors.contains(factor), PostMortemRule.UNKNOWN_FACTOR);
    }
}
