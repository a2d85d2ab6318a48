package dev.hindsight.reporting.facts;

import dev.hindsight.contracts.actionitem.ActionItemStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What figures over many action items need of one.
 *
 * @param incidentIds the incidents it follows from; it is as visible as all of them
 * @param openedAt when it was agreed, or recorded outside a meeting
 * @param owner subject id; null if nobody owns it
 * @param completedAt when it was done; null if it is not
 */
public record ActionItemFact(
        UUID actionItemId,
        ActionItemStatus status,
        String team,
        List<UUID> incidentIds,
        Instant openedAt,
        @Nullable String owner,
        @Nullable LocalDate due,
        @Nullable Instant completedAt,
        long position) {

    /** Whether something is left to do; what is deferred is, and what did not help as well. */
    public boolean isOpen() {
        return switch (status) {
            case PROPOSED, ACCEPTED, IN_PROGRESS, BLOCKED, DEFERRED, INEFFECTIVE -> true;
            case DONE, VERIFIED, REJECTED, DROPPED -> false;
        };
    }

    public boolean isCompleted() {
        return status == ActionItemStatus.DONE || status == ActionItemStatus.VERIFIED;
    }
}
