package dev.hindsight.folds.actionitem;

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
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemEscalated;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemReminded;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Knows which status an event leads to. */
public final class ActionItemLifecycle {

    private static final Set<ActionItemStatus> OPEN = those(ActionItemLifecycle::isOpen);
    private static final Set<ActionItemStatus> DUE = those(ActionItemLifecycle::isDue);

    private ActionItemLifecycle() {}

    /** Empty where the item stays where it is. */
    public static Optional<ActionItemStatus> after(ActionItemEvent event) {
        return switch (event) {
            case ActionItemOpened e -> Optional.of(e.status());
            case ActionItemAccepted _ -> Optional.of(ActionItemStatus.ACCEPTED);
            case ActionItemRejected _ -> Optional.of(ActionItemStatus.REJECTED);
            case ActionItemStarted _ -> Optional.of(ActionItemStatus.IN_PROGRESS);
            case ActionItemBlocked _ -> Optional.of(ActionItemStatus.BLOCKED);
            case ActionItemUnblocked e -> Optional.of(e.to());
            case ActionItemCompleted _ -> Optional.of(ActionItemStatus.DONE);
            case ActionItemVerified _ -> Optional.of(ActionItemStatus.VERIFIED);
            case ActionItemFoundIneffective _ -> Optional.of(ActionItemStatus.INEFFECTIVE);
            case ActionItemDeferred _ -> Optional.of(ActionItemStatus.DEFERRED);
            case ActionItemResumed e -> Optional.of(e.to());
            case ActionItemDropped _ -> Optional.of(ActionItemStatus.DROPPED);
            case ActionItemReassigned _,
                    ActionItemRescheduled _,
                    ActionItemTransferred _,
                    ActionItemCommented _,
                    ActionItemLinked _,
                    ActionItemDescribed _,
                    ActionItemReminded _,
                    ActionItemEscalated _,
                    ActionItemRecurred _,
                    ActionItemChangeSuggested _,
                    ActionItemSuggestionDismissed _ -> Optional.empty();
        };
    }

    /** Whether something is left to do; what is done waits only to be verified. */
    public static boolean isOpen(ActionItemStatus status) {
        return switch (status) {
            case PROPOSED, ACCEPTED, IN_PROGRESS, BLOCKED, INEFFECTIVE, DEFERRED -> true;
            case DONE, VERIFIED, REJECTED, DROPPED -> false;
        };
    }

    /** Whether it is late once its day has passed: what is deferred waits with leave. */
    public static boolean isDue(ActionItemStatus status) {
        return isOpen(status) && status != ActionItemStatus.DEFERRED;
    }

    /** The statuses that are open. */
    public static Set<ActionItemStatus> open() {
        return OPEN;
    }

    /** The statuses in which an item is late once its day has passed. */
    public static Set<ActionItemStatus> due() {
        return DUE;
    }

    private static Set<ActionItemStatus> those(Predicate<ActionItemStatus> which) {
        return Arrays.stream(ActionItemStatus.values()).filter(which).collect(Collectors.toUnmodifiableSet());
    }
}
