package dev.hindsight.gateway.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When something happened, as finely as it is known, and in the words of whoever said so. */
public record Moment(
        Instant earliest,
        Instant latest,
        String precision,
        @Nullable String statedAs) {}
