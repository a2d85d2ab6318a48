package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.ChainPosition;
import dev.hindsight.contracts.incident.TimelineFacts;
import dev.hindsight.contracts.incident.TimelineKind;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry of the timeline as it reads now, with everything it said before. */
public record TimelineEntry(
        UUID entryId,
        TimelineKind kind,
        String text,
        OccurredAt occurredAt,
        @Nullable String source,
        List<UUID> evidence,
        @Nullable ChainPosition chainPosition,
        Instant recordedAt,
        @Nullable String recordedBy,
        List<Correction> corrections) {

    /** A correction: why, by whom, and the reading it replaced. */
    public record Correction(
            String reason,
            TimelineFacts before,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    static TimelineEntry added(UUID entryId, TimelineFacts facts, Recorded<?> by) {
        return reading(entryId, facts, by.recordedAt(), by.recordedBy(), List.of());
    }

    TimelineEntry corrected(TimelineFacts facts, String reason, Recorded<?> by) {
        var all = new ArrayList<>(corrections);
        all.add(new Correction(reason, facts(), by.recordedAt(), by.recordedBy()));
        return reading(entryId, facts, recordedAt, recordedBy, List.copyOf(all));
    }

    private TimelineFacts facts() {
        return new TimelineFacts(kind, text, occurredAt, source, evidence, chainPosition);
    }

    private static TimelineEntry reading(
            UUID entryId,
            TimelineFacts facts,
            Instant recordedAt,
            @Nullable String recordedBy,
            List<Correction> corrections) {
        return new TimelineEntry(
                entryId,
                facts.kind(),
                facts.text(),
                facts.occurredAt(),
                facts.source(),
                facts.evidence(),
                facts.chainPosition(),
                recordedAt,
                recordedBy,
                corrections);
    }
}
