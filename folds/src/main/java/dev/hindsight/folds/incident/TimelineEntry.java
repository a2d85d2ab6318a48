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

/**
 * One entry of the timeline as it reads now, with everything it said before.
 *
 * @param sequence of the event that added it: tells the order of what happened at once
 * @param disputed whether another reading stands beside it that nobody has settled
 * @param warnings what does not fit together in it, in words
 * @param retraction null while it counts
 */
public record TimelineEntry(
        UUID entryId,
        TimelineKind kind,
        String text,
        OccurredAt occurredAt,
        @Nullable String source,
        List<UUID> evidence,
        @Nullable ChainPosition chainPosition,
        long sequence,
        Instant recordedAt,
        @Nullable String recordedBy,
        boolean disputed,
        List<String> warnings,
        List<Correction> corrections,
        List<Dispute> disputes,
        @Nullable Retraction retraction) {

    /** A correction: why, by whom, and the reading it replaced. */
    public record Correction(
            String reason,
            TimelineFacts before,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /**
     * Another reading of the same moment.
     *
     * @param settlement null while it stands
     */
    public record Dispute(
            UUID disputeId,
            String otherReading,
            @Nullable OccurredAt occurredAt,
            @Nullable String source,
            List<UUID> evidence,
            Instant recordedAt,
            @Nullable String recordedBy,
            @Nullable Settlement settlement) {

        Dispute settled(String outcome, Recorded<?> by) {
            return new Dispute(
                    disputeId,
                    otherReading,
                    occurredAt,
                    source,
                    evidence,
                    recordedAt,
                    recordedBy,
                    new Settlement(outcome, by.recordedAt(), by.recordedBy()));
        }
    }

    /** How a dispute ended. */
    public record Settlement(
            String outcome, Instant recordedAt, @Nullable String recordedBy) {}

    static TimelineEntry added(UUID entryId, TimelineFacts facts, Recorded<?> by) {
        return reading(entryId, facts, by.sequence(), by.recordedAt(), by.recordedBy(), List.of(), List.of(), null);
    }

    TimelineEntry corrected(TimelineFacts facts, String reason, Recorded<?> by) {
        var all = with(corrections, new Correction(reason, facts(), by.recordedAt(), by.recordedBy()));
        return reading(entryId, facts, sequence, recordedAt, recordedBy, all, disputes, retraction);
    }

    TimelineEntry disputed(Dispute dispute) {
        return reading(
                entryId, facts(), sequence, recordedAt, recordedBy, corrections, with(disputes, dispute), retraction);
    }

    TimelineEntry settled(UUID disputeId, String outcome, Recorded<?> by) {
        var settled = disputes.stream()
                .map(dispute -> dispute.disputeId().equals(disputeId) ? dispute.settled(outcome, by) : dispute)
                .toList();
        return reading(entryId, facts(), sequence, recordedAt, recordedBy, corrections, settled, retraction);
    }

    TimelineEntry retracted(String reason, Recorded<?> by) {
        return reading(
                entryId, facts(), sequence, recordedAt, recordedBy, corrections, disputes, Retraction.of(reason, by));
    }

    private TimelineFacts facts() {
        return new TimelineFacts(kind, text, occurredAt, source, evidence, chainPosition);
    }

    private static <T> List<T> with(List<T> list, T last) {
        var all = new ArrayList<>(list);
        all.add(last);
        return List.copyOf(all);
    }

    private static TimelineEntry reading(
            UUID entryId,
            TimelineFacts facts,
            long sequence,
            Instant recordedAt,
            @Nullable String recordedBy,
            List<Correction> corrections,
            List<Dispute> disputes,
            @Nullable Retraction retraction) {
        return new TimelineEntry(
                entryId,
                facts.kind(),
                facts.text(),
                facts.occurredAt(),
                facts.source(),
                facts.evidence(),
                facts.chainPosition(),
                sequence,
                recordedAt,
                recordedBy,
                disputes.stream().anyMatch(dispute -> dispute.settlement() == null),
                ChainClock.warnings(facts.chainPosition(), facts.occurredAt()),
                corrections,
                disputes,
                retraction);
    }
}
