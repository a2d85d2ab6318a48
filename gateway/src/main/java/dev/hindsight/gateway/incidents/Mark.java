package dev.hindsight.gateway.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A moment that measures an incident. */
public record Mark(
        String mark,
        Moment occurredAt,
        int episode,
        @Nullable Instant recordedAt,
        @Nullable Retraction retraction) {}
