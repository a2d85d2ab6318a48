package dev.hindsight.gateway.incidents;

import org.jspecify.annotations.Nullable;

/** Where a chain stood. */
public record ChainPosition(
        String chain,
        @Nullable Long height,
        @Nullable Long slot,
        @Nullable Long epoch) {}
