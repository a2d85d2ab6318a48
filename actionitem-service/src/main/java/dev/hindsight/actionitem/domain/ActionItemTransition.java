package dev.hindsight.actionitem.domain;

import static dev.hindsight.contracts.actionitem.ActionItemStatus.ACCEPTED;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.BLOCKED;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.DEFERRED;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.DONE;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.DROPPED;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.INEFFECTIVE;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.IN_PROGRESS;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.PROPOSED;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.REJECTED;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.VERIFIED;

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
import dev.hindsight.folds.actionitem.ActionItemLifecycle;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which step of an action item may follow which status. */
public enum ActionItemTransition {
    ACCEPT("accepted", ACCEPTED, "an owner and a due date", PROPOSED),
    REJECT("rejected", REJECTED, "a reason", PROPOSED),
    START("started", IN_PROGRESS, "–", ACCEPTED, INEFFECTIVE),
    BLOCK("blocked", BLOCKED, "a roadblock", ACCEPTED, IN_PROGRESS),
    UNBLOCK("unblocked", null, "–", BLOCKED),
    COMPLETE("completed", DONE, "evidence", ACCEPTED, IN_PROGRESS),
    VERIFY("verified", VERIFIED, "somebody who does not own it", DONE),
    FIND_INEFFECTIVE("found ineffective", INEFFECTIVE, "a reason", DONE, VERIFIED),
    DEFER(
            "deferred",
            DEFERRED,
            "an executive who accepts the risk, and a day to come",
            PROPOSED,
            ACCEPTED,
            IN_PROGRESS,
            BLOCKED),
    RESUME("resumed", null, "that its day has come", DEFERRED),
    DROP("dropped", DROPPED, "a reason", Open.STATUSES),
    REASSIGN("reassigned", null, "another owner and a reason", Open.STATUSES),
    RESCHEDULE("rescheduled", null, "another due date and a reason", Open.STATUSES),
    TRANSFER("transferred", null, "another team and a reason", EnumSet.complementOf(EnumSet.of(REJECTED, DROPPED))),
    COMMENT("commented on", null, "a text", Open.STATUSES),
    LINK("linked", null, "an address", Open.STATUSES),
    DESCRIBE("described", null, "at least one detail", Open.STATUSES),
    DISMISS_SUGGESTION("told that a suggestion is not taken", null, "a reason", EnumSet.allOf(ActionItemStatus.class));

    private final String done;
    private final @Nullable ActionItemStatus to;
    private final String needs;
    private final Set<ActionItemStatus> from;

    ActionItemTransition(String done, @Nullable ActionItemStatus to, String needs, ActionItemStatus... from) {
        this(done, to, needs, EnumSet.copyOf(List.of(from)));
    }

    ActionItemTransition(String done, @Nullable ActionItemStatus to, String needs, Set<ActionItemStatus> from) {
        this.done = done;
        this.to = to;
        this.needs = needs;
        this.from = from;
    }

    /** The step that an event records; an item begins with none. */
    static ActionItemTransition of(ActionItemEvent event) {
        return switch (event) {
            case ActionItemOpened _, ChaseEvent _, ActionItemRecurred _, ActionItemChangeSuggested _ ->
                throw new IllegalArgumentException("Nobody takes it as a step: " + event);
            case ActionItemAccepted _ -> ACCEPT;
            case ActionItemRejected _ -> REJECT;
            case ActionItemStarted _ -> START;
            case ActionItemBlocked _ -> BLOCK;
            case ActionItemUnblocked _ -> UNBLOCK;
            case ActionItemCompleted _ -> COMPLETE;
            case ActionItemVerified _ -> VERIFY;
            case ActionItemFoundIneffective _ -> FIND_INEFFECTIVE;
            case ActionItemDeferred _ -> DEFER;
            case ActionItemResumed _ -> RESUME;
            case ActionItemDropped _ -> DROP;
            case ActionItemReassigned _ -> REASSIGN;
            case ActionItemRescheduled _ -> RESCHEDULE;
            case ActionItemTransferred _ -> TRANSFER;
            case ActionItemCommented _ -> COMMENT;
            case ActionItemLinked _ -> LINK;
            case ActionItemDescribed _ -> DESCRIBE;
            case ActionItemSuggestionDismissed _ -> DISMISS_SUGGESTION;
        };
    }

    /** The statuses from which the step may be taken. */
    public Set<ActionItemStatus> from() {
        return from;
    }

    /** The status it leads to; null if it stays, or goes back to where it was. */
    public @Nullable ActionItemStatus to() {
        return to;
    }

    /** What it needs, in words. */
    public String needs() {
        return needs;
    }

    /** What can be said of an item after it. */
    String done() {
        return done;
    }

    /** The statuses in which something is left to do; what is done waits only to be verified. */
    private static final class Open {

        private static final Set<ActionItemStatus> STATUSES = Stream.of(ActionItemStatus.values())
                .filter(ActionItemLifecycle::isOpen)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ActionItemStatus.class)));
    }
}
