package dev.hindsight.actionitem.overview;

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
import dev.hindsight.contracts.actionitem.ChaseEvent;
import dev.hindsight.folds.actionitem.ActionItemLifecycle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What an event changes in a row; null where it says nothing. */
final class Changed {

    private static final ActionItemDescribed NOTHING =
            new ActionItemDescribed(new UUID(0, 0), null, null, null, null, null, null, null);

    private final ActionItemEvent event;
    private final long version;
    private final long position;
    private @Nullable String team;
    private @Nullable String owner;
    private @Nullable LocalDate due;
    private @Nullable Instant blockedSince;
    private @Nullable String roadblock;
    private @Nullable LocalDate deferredUntil;
    private @Nullable ActionItemDescribed described;
    private @Nullable String comment;
    private int recurrences;

    private Changed(ActionItemEvent event, long version, long position) {
        this.event = event;
        this.version = version;
        this.position = position;
    }

    /** @param version how many events of the item the row then includes */
    static Changed by(ActionItemEvent event, long version, long position) {
        var changed = new Changed(event, version, position);
        switch (event) {
            case ActionItemAccepted e -> {
                changed.owner = e.owner();
                changed.due = e.due();
            }
            case ActionItemReassigned e -> changed.owner = e.owner();
            case ActionItemRescheduled e -> changed.due = e.due();
            case ActionItemTransferred e -> changed.team = e.team();
            case ActionItemBlocked e -> {
                changed.blockedSince = e.occurredAt().earliest();
                changed.roadblock = e.roadblock();
            }
            case ActionItemDeferred e -> changed.deferredUntil = e.until();
            case ActionItemDescribed e -> changed.described = e;
            case ActionItemCommented e -> changed.comment = e.text();
            case ActionItemRecurred _ -> changed.recurrences = 1;
            case ActionItemOpened _,
                    ActionItemRejected _,
                    ActionItemStarted _,
                    ActionItemUnblocked _,
                    ActionItemCompleted _,
                    ActionItemVerified _,
                    ActionItemFoundIneffective _,
                    ActionItemResumed _,
                    ActionItemDropped _,
                    ActionItemLinked _,
                    ChaseEvent _,
                    ActionItemChangeSuggested _,
                    ActionItemSuggestionDismissed _ -> {} // at most the status changes
        }
        return changed;
    }

    void bindTo(PreparedBatch batch) {
        var said = described == null ? NOTHING : described;
        batch.bind("actionItemId", event.actionItemId())
                .bind("status", ActionItemLifecycle.after(event).orElse(null))
                .bind("team", team)
                .bind("owner", owner)
                .bind("due", due)
                .bind("blockedSince", blockedSince)
                .bind("roadblock", roadblock)
                .bind("deferredUntil", deferredUntil)
                .bind("comment", comment)
                .bind("recurrences", recurrences)
                .bind("version", version)
                .bind("position", position)
                .bindMethods(said)
                .add();
    }
}
