package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.EvidenceFacts;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence and who recorded it when.
 *
 * @param retraction null while it counts
 */
public record EvidenceState(
        UUID evidenceId,
        EvidenceFacts facts,
        Instant recordedAt,
        @Nullable String recordedBy,
        @Nullable Retraction retraction) {

    static EvidenceState recorded(UUID id, EvidenceFacts facts, Recorded<?> by) {
        return new EvidenceState(id, facts, by.recordedAt(), by.recordedBy(), null);
    }

    EvidenceState retracted(String reason, Recorded<?> by) {
        return new EvidenceState(evidenceId, facts, recordedAt, recordedBy, Retraction.of(reason, by));
    }
}
