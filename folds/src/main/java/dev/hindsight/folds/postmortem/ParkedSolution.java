package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.AnalysisEvent.SolutionParked;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A solution that was proposed before the analysis was concluded.
 *
 * @param actionItemId what it was turned into; null if nothing
 * @param droppedBecause why it was dropped; null if it was not
 */
public record ParkedSolution(
        UUID parkedId,
        String title,
        @Nullable String owner,
        @Nullable LocalDate due,
        Instant recordedAt,
        @Nullable String recordedBy,
        @Nullable UUID actionItemId,
        @Nullable String droppedBecause) {

    static ParkedSolution of(SolutionParked e, Recorded<?> by) {
        return new ParkedSolution(
                e.parkedId(), e.title(), e.owner(), e.due(), by.recordedAt(), by.recordedBy(), null, null);
    }

    ParkedSolution agreed(UUID item) {
        return new ParkedSolution(parkedId, title, owner, due, recordedAt, recordedBy, item, droppedBecause);
    }

    ParkedSolution dropped(String reason) {
        return new ParkedSolution(parkedId, title, owner, due, recordedAt, recordedBy, actionItemId, reason);
    }
}
