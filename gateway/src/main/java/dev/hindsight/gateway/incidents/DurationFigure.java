package dev.hindsight.gateway.incidents;

import org.jspecify.annotations.Nullable;

/** How long something took, or the reason why nobody can say. */
public record DurationFigure(
        String name,
        String status,
        @Nullable Long seconds,
        @Nullable Long leastSeconds,
        @Nullable Long mostSeconds,
        @Nullable String reason) {}
