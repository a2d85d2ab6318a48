package dev.hindsight.actionitem.overview;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hindsight.contracts.actionitem.ActionItemKind;
import dev.hindsight.contracts.actionitem.ActionItemPriority;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.actionitem.ActionItemStrength;
import dev.hindsight.folds.actionitem.ActionItemLifecycle;
import dev.hindsight.folds.actionitem.ActionItemState.Gap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list of action items.
 *
 * @param overdue still to be done, and due before today
 * @param blockedSince null unless it is blocked
 * @param deferredUntil null unless it is deferred
 * @param executive subject id of who answers for it before the organisation
 * @param doneWhen how anybody sees that it is done
 * @param measure how it is seen to help
 * @param recurrences how many later incidents share a contributing factor with it although it was verified
 * @param version how many events of the item the row includes
 */
public record ActionItemOverview(
        UUID actionItemId,
        String reference,
        String title,
        ActionItemStatus status,
        String team,
        @Nullable String owner,
        @Nullable LocalDate due,
        boolean overdue,
        @Nullable Instant blockedSince,
        @Nullable String roadblock,
        @Nullable LocalDate deferredUntil,
        @Nullable ActionItemKind kind,
        @Nullable ActionItemStrength strength,
        @Nullable ActionItemPriority priority,
        @Nullable String executive,
        @Nullable String doneWhen,
        @Nullable String measure,
        List<UUID> factors,
        int recurrences,
        @Nullable UUID postMortemId,
        List<UUID> incidentIds,
        Instant openedAt,
        long version) {

    /** What it should have and lacks while it is open. */
    @JsonProperty
    public List<Gap> gaps() {
        if (!ActionItemLifecycle.isOpen(status)) {
            return List.of();
        }
        return Stream.concat(
                        owner == null ? Stream.of(Gap.UNOWNED) : Stream.empty(),
                        due == null ? Stream.of(Gap.UNDATED) : Stream.empty())
                .toList();
    }
}
