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
import dev.hindsight.contracts.actionitem.ChaseEvent;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemEscalated;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemReminded;
import dev.hindsight.contracts.actionitem.EscalationRung;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.actionitem.ActionItemState.Assignment;
import dev.hindsight.folds.actionitem.ActionItemState.Chased;
import dev.hindsight.folds.actionitem.ActionItemState.Comment;
import dev.hindsight.folds.actionitem.ActionItemState.Completion;
import dev.hindsight.folds.actionitem.ActionItemState.Deferral;
import dev.hindsight.folds.actionitem.ActionItemState.Gap;
import dev.hindsight.folds.actionitem.ActionItemState.Link;
import dev.hindsight.folds.actionitem.ActionItemState.Recurrence;
import dev.hindsight.folds.actionitem.ActionItemState.Roadblock;
import dev.hindsight.folds.actionitem.ActionItemState.Step;
import dev.hindsight.folds.actionitem.ActionItemState.Suggestion;
import dev.hindsight.folds.actionitem.ActionItemState.Verification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the events of one action item, oldest first, into its state. */
@SuppressWarnings("NullAway.Init") // filled by the opening, before which there is no state
public final class ActionItemFold {

    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Chased> chase = new ArrayList<>();
    private final List<Recurrence> recurrences = new ArrayList<>();
    private final List<Suggestion> suggestions = new ArrayList<>();
    private @Nullable Recorded<?> first;
    private ActionItemOpened opened;
    private ActionItemStatus status;
    private String team;
    private ActionItemDetails details = ActionItemDetails.NONE;
    private @Nullable Roadblock roadblock;
    private @Nullable Deferral deferral;
    private @Nullable Completion completion;
    private @Nullable Verification verification;
    private long version;

    /** The state after all of these events, or nothing if there are none. */
    public static Optional<ActionItemState> of(Iterable<? extends Recorded<? extends ActionItemEvent>> history) {
        var fold = new ActionItemFold();
        history.forEach(fold::add);
        return fold.state();
    }

    public void add(Recorded<? extends ActionItemEvent> recorded) {
        var event = recorded.event();
        ActionItemLifecycle.after(event).ifPresent(to -> status = to);
        switch (event) {
            case ActionItemOpened e -> {
                first = recorded;
                opened = e;
                team = e.team();
                if (e.owner() != null || e.due() != null) {
                    assign(e.owner(), e.due(), null, recorded);
                }
            }
            case ActionItemAccepted e -> {
                assign(e.owner(), e.due(), null, recorded);
                step(null, null, recorded);
            }
            case ActionItemRejected e -> step(e.reason(), e.occurredAt(), recorded);
            case ActionItemStarted e -> step(e.note(), e.occurredAt(), recorded);
            case ActionItemBlocked e -> {
                roadblock = new Roadblock(e.roadblock(), e.occurredAt(), recorded.recordedAt(), recorded.recordedBy());
                step(e.roadblock(), e.occurredAt(), recorded);
            }
            case ActionItemUnblocked e -> {
                roadblock = null;
                step(e.note(), e.occurredAt(), recorded);
            }
            case ActionItemCompleted e -> {
                completion = new Completion(
                        e.evidence(), e.note(), e.occurredAt(), recorded.recordedAt(), recorded.recordedBy());
                step(e.note(), e.occurredAt(), recorded);
            }
            case ActionItemVerified e -> {
                verification = new Verification(e.note(), e.occurredAt(), recorded.recordedAt(), recorded.recordedBy());
                step(e.note(), e.occurredAt(), recorded);
            }
            case ActionItemFoundIneffective e -> {
                completion = null;
                verification = null;
                step(e.reason(), e.occurredAt(), recorded);
            }
            case ActionItemDeferred e -> {
                deferral = new Deferral(e.risk(), e.until(), recorded.recordedAt(), recorded.recordedBy());
                step(e.risk(), e.occurredAt(), recorded);
            }
            case ActionItemResumed e -> {
                deferral = null;
                step(e.note(), e.occurredAt(), recorded);
            }
            case ActionItemDropped e -> {
                roadblock = null;
                deferral = null;
                step(e.reason(), e.occurredAt(), recorded);
            }
            case ActionItemReassigned e -> assign(e.owner(), due(), e.reason(), recorded);
            case ActionItemRescheduled e -> assign(owner(), e.due(), e.reason(), recorded);
            case ActionItemTransferred e -> team = e.team();
            case ActionItemCommented e ->
                comments.add(new Comment(e.commentId(), e.text(), recorded.recordedAt(), recorded.recordedBy()));
            case ActionItemLinked e ->
                links.add(new Link(e.url(), e.label(), recorded.recordedAt(), recorded.recordedBy()));
            case ActionItemDescribed e -> details = details.with(e);
            case ActionItemReminded e -> chase(e, e.reminder().name(), null);
            case ActionItemEscalated e -> chase(e, e.cause().name(), e.rung());
            case ActionItemRecurred e ->
                recurrences.add(new Recurrence(
                        e.incidentId(), e.postMortemId(), e.addressed(), e.factorId(), recorded.recordedAt()));
            case ActionItemChangeSuggested e ->
                suggestions.add(
                        new Suggestion(e.suggestionId(), e.change(), e.source(), e.url(), e.occurredAt(), null, null));
            case ActionItemSuggestionDismissed e ->
                suggestions.replaceAll(it -> it.suggestionId().equals(e.suggestionId())
                        ? it.dismissed(e.reason(), recorded.recordedBy())
                        : it);
        }
        version = recorded.sequence() + 1;
    }

    public Optional<ActionItemState> state() {
        if (first == null) {
            return Optional.empty();
        }
        return Optional.of(new ActionItemState(
                opened.actionItemId(),
                opened.reference(),
                opened.title(),
                status,
                team,
                opened.postMortemId(),
                opened.incidentIds(),
                owner(),
                due(),
                ActionItemLifecycle.isOpen(status) ? gaps(owner(), due()) : List.of(),
                List.copyOf(assignments),
                details,
                List.copyOf(steps),
                status == ActionItemStatus.BLOCKED ? roadblock : null,
                deferral,
                completion,
                verification,
                List.copyOf(comments),
                List.copyOf(links),
                List.copyOf(chase),
                List.copyOf(recurrences),
                List.copyOf(suggestions),
                opened.stated(),
                opened.causedBy(),
                first.recordedAt(),
                first.recordedBy(),
                version));
    }

    private void assign(@Nullable String owner, @Nullable LocalDate due, @Nullable String reason, Recorded<?> by) {
        assignments.add(new Assignment(owner, due, reason, by.recordedAt(), by.recordedBy()));
    }

    private void step(@Nullable String reason, @Nullable OccurredAt occurredAt, Recorded<?> by) {
        steps.add(new Step(status, reason, occurredAt, by.recordedAt(), by.recordedBy()));
    }

    private void chase(ChaseEvent e, String because, @Nullable EscalationRung rung) {
        chase.add(new Chased(because, rung, e.days(), e.about(), e.scheduledFor(), e.decidedAt(), e.recipients()));
    }

    private @Nullable String owner() {
        return assignments.isEmpty() ? null : assignments.getLast().owner();
    }

    private @Nullable LocalDate due() {
        return assignments.isEmpty() ? null : assignments.getLast().due();
    }

    private static List<Gap> gaps(@Nullable String owner, @Nullable LocalDate due) {
        var gaps = new ArrayList<Gap>();
        if (owner == null) {
            gaps.add(Gap.UNOWNED);
        }
        if (due == null) {
            gaps.add(Gap.UNDATED);
        }
        return List.copyOf(gaps);
    }
}
