package dev.hindsight.folds.offending;

import java.time.Instant;

/** Breaks the rule that folds are repeatable. */
public record FoldByTheClock(Instant at) {

    public FoldByTheClock() {
        this(Instant.now());
    }
}
