package dev.hindsight.incident.preparation;

import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.folds.incident.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when to when the timeline tells, and where it says nothing for long.
 *
 * @param from null without an entry
 * @param to null without an entry
 */
public record TimelineSpan(
        int entries, @Nullable Instant from, @Nullable Instant to, List<Gap> gaps) {

    public record Gap(Instant from, Instant to, long minutes) {}

    /** An entry of uncertain time covers the whole interval in which it may have happened. */
    static TimelineSpan of(List<IncidentState> incidents, Duration longest) {
        var entries = incidents.stream()
                .flatMap(incident -> incident.timeline().stream())
                .filter(entry -> entry.retraction() == null)
                .map(TimelineEntry::occurredAt)
                .sorted(Comparator.comparing(at -> at.earliest()))
                .toList();
        var gaps = new ArrayList<Gap>();
        Instant told = null;
        for (var at : entries) {
            if (told != null && Duration.between(told, at.earliest()).compareTo(longest) > 0) {
                gaps.add(new Gap(
                        told,
                        at.earliest(),
                        Duration.between(told, at.earliest()).toMinutes()));
            }
            told = told == null || at.latest().isAfter(told) ? at.latest() : told;
        }
        return new TimelineSpan(
                entries.size(), entries.isEmpty() ? null : entries.getFirst().earliest(), told, List.copyOf(gaps));
    }

    String inWords() {
        return from == null
                ? "no entry"
                : "%d entries from %s to %s; %d gaps".formatted(entries, from, to, gaps.size());
    }
}
