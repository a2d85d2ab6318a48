package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of an incident.
 *
 * @param to the state it led to
 * @param words the note or the reason that came with it
 */
public record IncidentStep(
        IncidentStatus to,
        @Nullable OccurredAt occurredAt,
        @Nullable String words,
        Instant recordedAt,
        @Nullable String recordedBy) {

    static IncidentStep of(IncidentStatus to, @Nullable OccurredAt occurredAt, @Nullable String words, Recorded<?> by) {
        return new IncidentStep(to, occurredAt, words, by.recordedAt(), by.recordedBy());
    }
}
