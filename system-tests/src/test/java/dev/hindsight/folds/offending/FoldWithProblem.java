package dev.hindsight.folds.offending;

import dev.hindsight.kit.offending.DomainTalk;

/** Breaks the rule that folds know Java only. */
public record FoldWithProblem(DomainTalk talk) {}
