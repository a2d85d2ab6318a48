package dev.hindsight.lighthouse.setup;

/** Seen by an offender. */
public record Wiring() {}
