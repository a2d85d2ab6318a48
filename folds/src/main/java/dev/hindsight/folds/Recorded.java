package dev.hindsight.folds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with what the log knows of its recording.
 *
 * @param sequence its place among the events of its aggregate, from 0
 * @param recordedAt by the clock of the database
 * @param recordedBy subject id of the person or service whose token it came with
 */
public record Recorded<E>(
        E event,
        long sequence,
        Instant recordedAt,
        @Nullable String recordedBy) {}
