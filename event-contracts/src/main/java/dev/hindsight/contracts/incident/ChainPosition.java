package dev.hindsight.contracts.incident;

import org.jspecify.annotations.Nullable;

/** A place on a chain; at least one of height, slot and epoch is stated. */
public record ChainPosition(
        String chain,
        @Nullable Long height,
        @Nullable Long slot,
        @Nullable Long epoch) {}
