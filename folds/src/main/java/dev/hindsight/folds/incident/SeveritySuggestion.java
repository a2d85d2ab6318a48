package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.SuggestedSeverity;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A severity that follows from facts, and what a person made of it.
 *
 * @param dismissal why it was dismissed; null if it was not
 * @param answeredBy subject id; null while it is open
 */
public record SeveritySuggestion(
        UUID suggestionId,
        SuggestedSeverity suggestion,
        Answer answer,
        @Nullable String dismissal,
        Instant recordedAt,
        @Nullable String recordedBy,
        @Nullable String answeredBy) {

    /** What became of it. */
    public enum Answer {
        OPEN,
        ACCEPTED,
        DISMISSED
    }

    static SeveritySuggestion open(UUID id, SuggestedSeverity suggestion, Recorded<?> by) {
        return new SeveritySuggestion(id, suggestion, Answer.OPEN, null, by.recordedAt(), by.recordedBy(), null);
    }

    SeveritySuggestion answered(Answer with, @Nullable String reason, Recorded<?> by) {
        return new SeveritySuggestion(suggestionId, suggestion, with, reason, recordedAt, recordedBy, by.recordedBy());
    }
}
