package dev.hindsight.incident.records;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record.
 *
 * @param line counted from 1
 * @param reason null if there is nothing to explain
 */
public record ImportOutcome(
        long line,
        @Nullable String recordId,
        Outcome outcome,
        @Nullable UUID incidentId,
        @Nullable String reference,
        @Nullable String reason) {

    public enum Outcome {
        IMPORTED,
        UNCHANGED,
        CONFLICT,
        REJECTED
    }
}
