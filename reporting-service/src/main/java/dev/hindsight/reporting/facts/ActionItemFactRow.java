package dev.hindsight.reporting.facts;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemAccepted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemBlocked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemChangeSuggested;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCommented;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCompleted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDeferred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDescribed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDropped;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemFoundIneffective;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemLinked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemReassigned;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRejected;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRescheduled;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemResumed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemStarted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemSuggestionDismissed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemTransferred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemUnblocked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemVerified;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.actionitem.ChaseEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.actionitem.ActionItemLifecycle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row while a batch of events changes it: begun where the item was agreed, or where it was opened outside a meeting. */
@SuppressWarnings("NullAway.Init") // begun from a row, from the agreement or from the opening
final class ActionItemFactRow {

    private UUID actionItemId;
    private ActionItemStatus status;
    private String team;
    private List<UUID> incidentIds;
    private @Nullable Instant openedAt;
    private @Nullable String owner;
    private @Nullable LocalDate due;
    private @Nullable Instant completedAt;
    private @Nullable UUID postMortemId;
    private long firstPosition;
    private long position;

    static ActionItemFactRow of(ActionItemFact row) {
        var begun = new ActionItemFactRow();
        begun.actionItemId = row.actionItemId();
        begun.status = row.status();
        begun.team = row.team();
        begun.incidentIds = row.incidentIds();
        begun.openedAt = row.openedAt();
        begun.owner = row.owner();
        begun.due = row.due();
        begun.completedAt = row.completedAt();
        begun.postMortemId = row.postMortemId();
        begun.firstPosition = row.firstPosition();
        begun.position = row.position();
        return begun;
    }

    /**
     * The item as it stood when no more than this was recorded of it; empty if that is nothing.
     *
     * @param agreement null where it was not agreed in a meeting, or not yet
     */
    static Optional<ActionItemFact> of(@Nullable Agreement agreement, List<Recorded<ActionItemEvent>> history) {
        var row = new ActionItemFactRow();
        long order = 1;
        if (agreement != null) {
            row.add(agreement.agreed(), agreement.postMortem(), agreement.recordedAt(), order++);
        }
        for (var each : history) {
            row.add(each.event(), each.recordedAt(), order++);
        }
        return order == 1 ? Optional.empty() : Optional.of(row.row());
    }

    /** That the item is to be done, as a post-mortem recorded it. */
    record Agreement(ActionItemAgreed agreed, PostMortemFact postMortem, Instant recordedAt) {}

    /** Takes an agreement over, unless the row already includes it. */
    void add(ActionItemAgreed agreed, PostMortemFact postMortem, Instant recordedAt, long at) {
        if (at <= position) {
            return;
        }
        begin(agreed.actionItemId(), ActionItemStatus.ACCEPTED, recordedAt, at);
        postMortemId = agreed.postMortemId();
        team = postMortem.team();
        incidentIds = postMortem.incidentIds();
        owner = agreed.owner();
        due = agreed.due();
        position = at;
    }

    /** Takes an event over, unless the row already includes it. */
    void add(ActionItemEvent event, Instant recordedAt, long at) {
        if (at <= position) {
            return;
        }
        ActionItemLifecycle.after(event).ifPresent(to -> status = to);
        switch (event) {
            case ActionItemOpened e -> {
                begin(e.actionItemId(), e.status(), recordedAt, at);
                postMortemId = postMortemId == null ? e.postMortemId() : postMortemId;
                team = e.team();
                incidentIds = e.incidentIds();
                owner = e.owner();
                due = e.due();
            }
            case ActionItemAccepted e -> {
                owner = e.owner();
                due = e.due();
            }
            case ActionItemCompleted e ->
                completedAt =
                        e.occurredAt() == null ? recordedAt : e.occurredAt().earliest();
            case ActionItemFoundIneffective _ -> completedAt = null;
            case ActionItemReassigned e -> owner = e.owner();
            case ActionItemRescheduled e -> due = e.due();
            case ActionItemTransferred e -> team = e.team();
            case ActionItemRejected _,
                    ActionItemStarted _,
                    ActionItemBlocked _,
                    ActionItemUnblocked _,
                    ActionItemVerified _,
                    ActionItemDeferred _,
                    ActionItemResumed _,
                    ActionItemDropped _,
                    ActionItemCommented _,
                    ActionItemLinked _,
                    ActionItemDescribed _,
                    ChaseEvent _,
                    ActionItemRecurred _,
                    ActionItemChangeSuggested _,
                    ActionItemSuggestionDismissed _ -> {} // its status says all that figures need
        }
        position = at;
    }

    /** What was agreed counts from then, whenever its follow-up began. */
    private void begin(UUID id, ActionItemStatus first, Instant recordedAt, long at) {
        actionItemId = id;
        status = first;
        if (openedAt == null) {
            openedAt = recordedAt;
            firstPosition = at;
        }
    }

    ActionItemFact row() {
        if (openedAt == null) {
            throw new IllegalStateException("an action item begins with its agreement or its opening");
        }
        return new ActionItemFact(
                actionItemId,
                status,
                team,
                incidentIds,
                openedAt,
                owner,
                due,
                completedAt,
                postMortemId,
                firstPosition,
                position);
    }
}
