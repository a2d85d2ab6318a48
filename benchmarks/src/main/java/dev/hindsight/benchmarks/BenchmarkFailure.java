package dev.hindsight.benchmarks;

/** Tells a person in one sentence why nothing can be measured, and what to do. */
public final class BenchmarkFailure extends RuntimeException {

    public BenchmarkFailure(String sentence) {
        super(sentence);
    }
}
