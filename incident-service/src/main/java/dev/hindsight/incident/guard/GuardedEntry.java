package dev.hindsight.incident.guard;

import dev.hindsight.folds.incident.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the timeline under review, and since when the people who responded knew of it.
 *
 * @param knownFrom when it was recorded as it reads, by its last correction if there is one; of an incident that was recorded after the fact, when it happened
 * @param assumed the record cannot tell when it was known, as it was made after the fact
 * @param knownLaterSeconds how long after the moment under discussion it was known; 0 if it was known then
 * @param label such as {@code known later (+47 min)}; null if it was known then
 */
public record GuardedEntry(
        UUID incidentId,
        TimelineEntry entry,
        Instant knownFrom,
        boolean assumed,
        long knownLaterSeconds,
        @Nullable String label) {

    /** @param moment the one under discussion; null for the entry's own time */
    static GuardedEntry of(UUID incident, TimelineEntry entry, boolean afterTheFact, @Nullable Instant moment) {
        var known = afterTheFact ? entry.occurredAt().earliest() : readsSince(entry);
        var discussed = moment == null ? entry.occurredAt().latest() : moment;
        long later = Math.max(0, Duration.between(discussed, known).toSeconds());
        return new GuardedEntry(incident, entry, known, afterTheFact, later, label(later));
    }

    private static Instant readsSince(TimelineEntry entry) {
        return entry.corrections().isEmpty()
                ? entry.recordedAt()
                : entry.corrections().getLast().recordedAt();
    }

    private static @Nullable String label(long seconds) {
        if (seconds == 0) {
            return null;
        }
        if (seconds < 60) {
            return "known later (+%d s)".formatted(seconds);
        }
        long minutes = seconds / 60;
        return minutes < 120
                ? "known later (+%d min)".formatted(minutes)
                : minutes < 48 * 60
                        ? "known later (+%d h)".formatted(minutes / 60)
                        : "known later (+%d days)".formatted(minutes / (24 * 60));
    }
}
