package dev.hindsight.contracts.incident;

/** A moment that durations are measured between; each may occur once in every episode. */
public enum Mark {
    IMPACT_STARTED,
    FIRST_SIGNAL,
    DETECTED,
    ACKNOWLEDGED,
    DECLARED,
    MITIGATED,
    RESOLVED,
    IMPACT_ENDED,
    LAST_GOOD_BLOCK,
    FIRST_AFFECTED_BLOCK,
    CHAIN_HALTED,
    CHAIN_RESUMED,
    FINALITY_LOST,
    FINALITY_RESTORED
}
