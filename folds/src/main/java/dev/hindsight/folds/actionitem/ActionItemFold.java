package dev.hindsight.folds.actionitem;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemAccepted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCompleted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.actionitem.ActionItemState.Assignment;
import dev.hindsight.folds.actionitem.ActionItemState.Completion;
import dev.hindsight.folds.actionitem.ActionItemState.Gap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the events of one action item, oldest first, into its state. */
@SuppressWarnings("NullAway.Init") // filled by the opening, before which there is no state
public final class ActionItemFold {

    private final List<Assignment> assignments = new ArrayList<>();
    private @Nullable Recorded<?> first;
    private ActionItemOpened opened;
    private ActionItemStatus status;
    private @Nullable Completion completion;
    private long version;

    /** The state after all of these events, or nothing if there are none. */
    public static Optional<ActionItemState> of(Iterable<? extends Recorded<? extends ActionItemEvent>> history) {
        var fold = new ActionItemFold();
        history.forEach(fold::add);
        return fold.state();
    }

    public void add(Recorded<? extends ActionItemEvent> recorded) {
        switch (recorded.event()) {
            case ActionItemOpened e -> {
                first = recorded;
                opened = e;
                status = e.status();
                if (e.owner() != null || e.due() != null) {
                    assign(e.owner(), e.due(), recorded);
                }
            }
            case ActionItemAccepted e -> {
                status = ActionItemStatus.ACCEPTED;
                assign(e.owner(), e.due(), recorded);
            }
            case ActionItemCompleted e -> {
                status = ActionItemStatus.DONE;
                completion = new Completion(
                        e.evidence(), e.note(), e.occurredAt(), recorded.recordedAt(), recorded.recordedBy());
            }
        }
        version = recorded.sequence() + 1;
    }

    public Optional<ActionItemState> state() {
        if (first == null) {
            return Optional.empty();
        }
        var owner = assignments.isEmpty() ? null : assignments.getLast().owner();
        var due = assignments.isEmpty() ? null : assignments.getLast().due();
        return Optional.of(new ActionItemState(
                opened.actionItemId(),
                opened.reference(),
                opened.title(),
                status,
                opened.team(),
                opened.postMortemId(),
                opened.incidentIds(),
                owner,
                due,
                gaps(owner, due),
                List.copyOf(assignments),
                completion,
                opened.stated(),
                opened.causedBy(),
                first.recordedAt(),
                first.recordedBy(),
                version));
    }

    private void assign(@Nullable String owner, @Nullable LocalDate due, Recorded<?> by) {
        assignments.add(new Assignment(owner, due, by.recordedAt(), by.recordedBy()));
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
