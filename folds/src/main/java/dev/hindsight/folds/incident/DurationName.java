package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.Mark;

/** What is measured from the start of the impact: until which mark, and in which words. */
public enum DurationName {
    TIME_TO_DETECT(Mark.DETECTED, "detection"),
    TIME_TO_ACKNOWLEDGE(Mark.ACKNOWLEDGED, "acknowledgement"),
    TIME_TO_MITIGATE(Mark.MITIGATED, "mitigation"),
    TIME_TO_RESOLVE(Mark.RESOLVED, "resolution");

    final Mark end;
    final String words;

    DurationName(Mark end, String words) {
        this.end = end;
        this.words = words;
    }
}
