package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.ImpactFacts;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One impact as it reads now, with everything that was said of it before.
 *
 * @param retraction null while it counts
 */
public record ImpactState(
        UUID impactId,
        ImpactFacts facts,
        Instant recordedAt,
        @Nullable String recordedBy,
        List<Correction> corrections,
        @Nullable Retraction retraction) {

    /** A correction: why, by whom, and the reading it replaced. */
    public record Correction(
            String reason,
            ImpactFacts before,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    static ImpactState recorded(UUID id, ImpactFacts facts, Recorded<?> by) {
        return new ImpactState(id, facts, by.recordedAt(), by.recordedBy(), List.of(), null);
    }

    ImpactState corrected(ImpactFacts anew, String reason, Recorded<?> by) {
        var all = new ArrayList<>(corrections);
        all.add(new Correction(reason, facts, by.recordedAt(), by.recordedBy()));
        return new ImpactState(impactId, anew, recordedAt, recordedBy, List.copyOf(all), retraction);
    }

    ImpactState retracted(String reason, Recorded<?> by) {
        return new ImpactState(impactId, facts, recordedAt, recordedBy, corrections, Retraction.of(reason, by));
    }
}
