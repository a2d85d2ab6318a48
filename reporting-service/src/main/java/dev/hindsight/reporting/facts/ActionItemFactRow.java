package dev.hindsight.reporting.facts;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemAccepted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCompleted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
        begun.position = row.position();
        return begun;
    }

    /** Takes an agreement over, unless the row already includes it. */
    void add(ActionItemAgreed agreed, PostMortemFact postMortem, Instant recordedAt, long at) {
        if (at <= position) {
            return;
        }
        begin(agreed.actionItemId(), ActionItemStatus.ACCEPTED, recordedAt);
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
        switch (event) {
            case ActionItemOpened e -> {
                begin(e.actionItemId(), e.status(), recordedAt);
                team = e.team();
                incidentIds = e.incidentIds();
                owner = e.owner();
                due = e.due();
            }
            case ActionItemAccepted e -> {
                status = ActionItemStatus.ACCEPTED;
                owner = e.owner();
                due = e.due();
            }
            case ActionItemCompleted e -> {
                status = ActionItemStatus.DONE;
                completedAt =
                        e.occurredAt() == null ? recordedAt : e.occurredAt().earliest();
            }
        }
        position = at;
    }

    /** What was agreed counts from then, whenever its follow-up began. */
    private void begin(UUID id, ActionItemStatus first, Instant recordedAt) {
        actionItemId = id;
        status = first;
        openedAt = openedAt == null ? recordedAt : openedAt;
    }

    ActionItemFact row() {
        if (openedAt == null) {
            throw new IllegalStateException("an action item begins with its agreement or its opening");
        }
        return new ActionItemFact(actionItemId, status, team, incidentIds, openedAt, owner, due, completedAt, position);
    }
}
