package dev.hindsight.folds.incident;

import dev.hindsight.contracts.time.OccurredAt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known, and what is not known yet and who is finding out. */
public record RegisterState(List<Known> knowns, List<Unknown> unknowns) {

    /** @param closes the unknown that it answered */
    public record Known(
            UUID knownId,
            String statement,
            @Nullable UUID closes,
            List<UUID> evidence,
            OccurredAt occurredAt,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /**
     * @param investigator subject id; null while nobody is finding out
     * @param closedBy the known that answered it; null while it is open
     */
    public record Unknown(
            UUID unknownId,
            String question,
            @Nullable String investigator,
            OccurredAt occurredAt,
            Instant recordedAt,
            @Nullable String recordedBy,
            @Nullable UUID closedBy) {

        Unknown assigned(String to) {
            return new Unknown(unknownId, question, to, occurredAt, recordedAt, recordedBy, closedBy);
        }

        Unknown closed(UUID by) {
            return new Unknown(unknownId, question, investigator, occurredAt, recordedAt, recordedBy, by);
        }
    }
}
