package dev.hindsight.gateway.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why something no longer counts. */
public record Retraction(String reason, @Nullable Instant recordedAt) {}
