package dev.hindsight.incident.timeline;

import dev.hindsight.contracts.incident.TimelineKind;
import dev.hindsight.folds.incident.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a timeline are wanted; null does not matter.
 *
 * @param from entries that may have happened then or later
 * @param to entries that may have happened before
 * @param disputed only those that are, or only those that are not
 * @param retracted true for those alone; those that count unless asked otherwise
 * @param text somewhere in what the entry says, whatever the case of its letters
 */
public record TimelineSelection(
        @Nullable TimelineKind kind,
        @Nullable String source,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Boolean disputed,
        @Nullable Boolean retracted,
        @Nullable String text) {

    /** The last entry already seen. */
    public record After(Instant time, long sequence) {}

    /** The next entries, in the order in which they are given: by time, then by the order of recording. */
    public List<TimelineEntry> of(List<TimelineEntry> timeline, @Nullable After after, int most) {
        return timeline.stream()
                .filter(entry -> after == null || isAfter(entry, after))
                .filter(this::matches)
                .limit(most)
                .toList();
    }

    private boolean matches(TimelineEntry entry) {
        return (kind == null || entry.kind() == kind)
                && (source == null || source.equals(entry.source()))
                && (from == null || !entry.occurredAt().latest().isBefore(from))
                && (to == null || entry.occurredAt().earliest().isBefore(to))
                && (disputed == null || entry.disputed() == disputed)
                && (entry.retraction() != null) == Boolean.TRUE.equals(retracted)
                && (text == null || entry.text().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    private static boolean isAfter(TimelineEntry entry, After after) {
        int order = entry.occurredAt().earliest().compareTo(after.time());
        return order > 0 || order == 0 && entry.sequence() > after.sequence();
    }
}
