package dev.hindsight.reporting.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What figures over many action items need of one.
 *
 * @param status as the action item's events name it
 * @param incidentIds the incidents it follows from; it is as visible as all of them
 * @param openedAt when it was recorded
 * @param owner subject id; null if nobody owns it
 * @param completedAt when it was done; null if it is not
 */
public record ActionItemFact(
        UUID actionItemId,
        String status,
        String team,
        List<UUID> incidentIds,
        Instant openedAt,
        @Nullable String owner,
        @Nullable LocalDate due,
        @Nullable Instant completedAt,
        long position) {

    /** Nothing is left to do, or nothing will be done. */
    private static final Set<String> SETTLED = Set.of("DONE", "VERIFIED", "REJECTED", "DROPPED");

    public boolean isOpen() {
        return !SETTLED.contains(status);
    }

    public boolean isCompleted() {
        return status.equals("DONE") || status.equals("VERIFIED");
    }
}
