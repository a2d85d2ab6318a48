package dev.hindsight.contracts.postmortem;

/** What the analysis has made of a hypothesis so far. */
public enum HypothesisState {
    PROPOSED,
    TESTING,
    SUPPORTED,
    REFUTED,
    INCONCLUSIVE
}
