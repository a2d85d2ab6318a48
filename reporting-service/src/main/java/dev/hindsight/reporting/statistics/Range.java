package dev.hindsight.reporting.statistics;

/** Somewhere between two values, both included; the value itself where they are equal. */
public record Range(long least, long most) {

    public Range {
        if (most < least) {
            throw new IllegalArgumentException("most must not be below least");
        }
    }
}
