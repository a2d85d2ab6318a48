package dev.hindsight.reporting.facts;

import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.folds.actionitem.ActionItemLifecycle;
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
 * @param postMortemId the one it was agreed in or is said to follow from; null if there is none
 * @param firstPosition the log position of the first event that it includes, in its own history or in the post-mortem's
 * @param position the log position of the last one
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
        @Nullable UUID postMortemId,
        long firstPosition,
        long position) {

    /** Whether something is left to do. */
    public boolean isOpen() {
        return ActionItemLifecycle.isOpen(status);
    }

    /** Whether its day has passed and it does not wait with leave. */
    public boolean isOverdue(LocalDate today) {
        return ActionItemLifecycle.isDue(status) && due != null && due.isBefore(today);
    }

    public boolean isCompleted() {
        return status == ActionItemStatus.DONE || status == ActionItemStatus.VERIFIED;
    }
}
