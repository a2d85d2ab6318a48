package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mark as it reads now, with what was said of it before.
 *
 * @param sequence of the event that recorded it: by this it is corrected or retracted
 * @param retraction null while it counts
 */
public record MarkState(
        Mark mark,
        OccurredAt occurredAt,
        int episode,
        long sequence,
        Instant recordedAt,
        @Nullable String recordedBy,
        List<Correction> corrections,
        @Nullable Retraction retraction) {

    /** A correction: why, by whom, and the time it replaced. */
    public record Correction(
            String reason,
            OccurredAt before,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    static MarkState recorded(Mark mark, OccurredAt occurredAt, int episode, Recorded<?> by) {
        return new MarkState(
                mark, occurredAt, episode, by.sequence(), by.recordedAt(), by.recordedBy(), List.of(), null);
    }

    MarkState corrected(OccurredAt time, String reason, Recorded<?> by) {
        var all = new ArrayList<>(corrections);
        all.add(new Correction(reason, occurredAt, by.recordedAt(), by.recordedBy()));
        return new MarkState(mark, time, episode, sequence, recordedAt, recordedBy, List.copyOf(all), retraction);
    }

    MarkState retracted(String reason, Recorded<?> by) {
        return new MarkState(
                mark, occurredAt, episode, sequence, recordedAt, recordedBy, corrections, Retraction.of(reason, by));
    }

    /** Whether it counts. */
    boolean counts() {
        return retraction == null;
    }
}
