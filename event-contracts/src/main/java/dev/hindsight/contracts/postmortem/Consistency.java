package dev.hindsight.contracts.postmortem;

/**
 * How a piece of evidence fits a hypothesis, in the notation of the analysis of competing hypotheses (Heuer, Psychology of
 * Intelligence Analysis, chapter 8).
 */
public enum Consistency {
    /** Strongly consistent. */
    CC,
    /** Consistent. */
    C,
    /** Neutral, or not applicable. */
    N,
    /** Inconsistent. */
    I,
    /** Strongly inconsistent. */
    II
}
