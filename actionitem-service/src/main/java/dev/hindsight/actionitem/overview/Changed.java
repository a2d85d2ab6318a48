package dev.hindsight.actionitem.overview;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemAccepted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemBlocked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDeferred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDescribed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemReassigned;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRescheduled;
import dev.hindsight.contracts.actionitem.ActionItemKind;
import dev.hindsight.contracts.actionitem.ActionItemPriority;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.actionitem.ActionItemStrength;
import dev.hindsight.folds.actionitem.ActionItemLifecycle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event changes in a row; null where it says nothing.
 *
 * @param version how many events of the item the row then includes
 */
public record Changed(
        UUID actionItemId,
        @Nullable ActionItemStatus status,
        @Nullable String owner,
        @Nullable LocalDate due,
        @Nullable Instant blockedSince,
        @Nullable String roadblock,
        @Nullable LocalDate deferredUntil,
        @Nullable ActionItemKind kind,
        @Nullable ActionItemStrength strength,
        @Nullable ActionItemPriority priority,
        @Nullable String executive,
        @Nullable List<UUID> factors,
        long version,
        long position) {

    static Changed by(ActionItemEvent event, long version, long position) {
        var said = event instanceof ActionItemDescribed described ? described : null;
        var blocked = event instanceof ActionItemBlocked e ? e : null;
        return new Changed(
                event.actionItemId(),
                ActionItemLifecycle.after(event).orElse(null),
                owner(event),
                due(event),
                blocked == null ? null : blocked.occurredAt().earliest(),
                blocked == null ? null : blocked.roadblock(),
                event instanceof ActionItemDeferred e ? e.until() : null,
                said == null ? null : said.kind(),
                said == null ? null : said.strength(),
                said == null ? null : said.priority(),
                said == null ? null : said.executive(),
                said == null ? null : said.factors(),
                version,
                position);
    }

    private static @Nullable String owner(ActionItemEvent event) {
        return switch (event) {
            case ActionItemAccepted e -> e.owner();
            case ActionItemReassigned e -> e.owner();
            default -> null;
        };
    }

    private static @Nullable LocalDate due(ActionItemEvent event) {
        return switch (event) {
            case ActionItemAccepted e -> e.due();
            case ActionItemRescheduled e -> e.due();
            default -> null;
        };
    }
}
