package dev.hindsight.gateway.incidents;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One incident with all that its page shows. */
public record Incident(
        String reference,
        String title,
        @Nullable String summary,
        String mode,
        @Nullable String severity,
        String status,
        @Nullable String team,
        String visibility,
        @Nullable List<String> systems,
        @Nullable List<AffectedChain> chains,
        @Nullable String detectionSource,
        List<Mark> marks,
        List<DurationFigure> durations,
        List<TimelineEntry> timeline,
        @Nullable ImportedFrom imported) {

    public Incident {
        systems = systems == null ? List.of() : systems;
        chains = chains == null ? List.of() : chains;
    }

    public boolean isOpen() {
        return List.of("TRIAGE", "ACTIVE", "MITIGATED").contains(status);
    }

    /** Whether an entry names another source than the whole record: said again at each entry, it would hide the others. */
    public boolean ownSource(TimelineEntry entry) {
        return entry.source() != null && !isOfRecord(entry.source());
    }

    public boolean isFromOneSource() {
        return timeline.stream().map(TimelineEntry::source).anyMatch(source -> source != null && isOfRecord(source));
    }

    private boolean isOfRecord(String source) {
        return imported != null && source.equals(imported.sourceReference());
    }

    /** The timeline in its own order, cut where the day changes. */
    public List<TimelineDay> days() {
        List<TimelineDay> days = new ArrayList<>();
        for (var entry : timeline) {
            var date = entry.occurredAt().earliest().atZone(ZoneOffset.UTC).toLocalDate();
            if (days.isEmpty() || !days.getLast().date().equals(date)) {
                days.add(new TimelineDay(date, new ArrayList<>()));
            }
            days.getLast().entries().add(entry);
        }
        return days;
    }
}
