package dev.hindsight.gateway.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why an entry no longer says what it said, and what that was. */
public record Correction(
        @Nullable String reason, Statement before, @Nullable Instant recordedAt) {}
