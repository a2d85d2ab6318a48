package dev.hindsight.contracts.postmortem;

/** What an analysis lacks; it can be concluded so only with a reason. */
public enum AnalysisGap {
    FEWER_THAN_TWO_HYPOTHESES,
    SUPPORTED_WITHOUT_REFUTATION_ATTEMPT
}
