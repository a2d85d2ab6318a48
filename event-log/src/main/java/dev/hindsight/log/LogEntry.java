package dev.hindsight.log;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One stored event with all that the log says about it; without a position until it is numbered. */
public record LogEntry(
        @Nullable Long position,
        UUID eventId,
        String aggregateType,
        UUID aggregateId,
        long sequence,
        String eventType,
        @Nullable String revision,
        Object event,
        Map<String, Object> metadata,
        Instant appendedAt,
        @Nullable Instant sequencedAt) {}
