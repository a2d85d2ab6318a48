package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.IncidentEvent.TimelineDisputeSettled;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryAdded;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryDisputed;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryRetracted;
import dev.hindsight.folds.Recorded;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gathers the timeline of one incident. */
final class TimelineFold {

    private static final Comparator<TimelineEntry> BY_TIME =
            Comparator.comparing(entry -> entry.occurredAt().earliest());

    private final Map<UUID, TimelineEntry> entries = new LinkedHashMap<>();

    void add(TimelineEntryAdded e, Recorded<?> by) {
        entries.put(e.entryId(), TimelineEntry.added(e.entryId(), e.facts(), by));
    }

    void add(TimelineEntryCorrected e, Recorded<?> by) {
        entries.computeIfPresent(e.entryId(), (_, entry) -> entry.corrected(e.facts(), e.reason(), by));
    }

    void add(TimelineEntryRetracted e, Recorded<?> by) {
        entries.computeIfPresent(e.entryId(), (_, entry) -> entry.retracted(e.reason(), by));
    }

    void add(TimelineEntryDisputed e, Recorded<?> by) {
        var dispute = new TimelineEntry.Dispute(
                e.disputeId(),
                e.otherReading(),
                e.occurredAt(),
                e.source(),
                e.evidence(),
                by.recordedAt(),
                by.recordedBy(),
                null);
        entries.computeIfPresent(e.entryId(), (_, entry) -> entry.disputed(dispute));
    }

    void add(TimelineDisputeSettled e, Recorded<?> by) {
        entries.computeIfPresent(e.entryId(), (_, entry) -> entry.settled(e.disputeId(), e.outcome(), by));
    }

    /** By when things happened; what is said to have happened at once stands in the order of its recording. */
    List<TimelineEntry> inOrder() {
        return entries.values().stream().sorted(BY_TIME).toList();
    }
}
