package dev.hindsight.gateway.actionitems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One action item as the list shows it. */
public record ActionItemSummary(
        String reference,
        String title,
        String status,
        String team,
        @Nullable String owner,
        @Nullable LocalDate due,
        boolean overdue,
        @Nullable Instant blockedSince,
        @Nullable String roadblock,
        @Nullable LocalDate deferredUntil,
        @Nullable String priority,
        List<String> incidentIds) {

    /** Whether its due date still counts. */
    public boolean isAwaited() {
        return ActionItem.AWAITED.contains(status);
    }
}
