package dev.hindsight.folds.chase;

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
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.actionitem.ActionItemLifecycle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of an action item decides when somebody is reminded of it, and what was decided already.
 *
 * @param owner subject id
 * @param executive subject id of who answers for it before the organisation
 * @param imported history that was imported is not chased for what it lacks
 * @param since when it was agreed as it stands, found not to help, or came back: what fell before it is not made up for
 * @param blockedAt null unless it is blocked
 * @param deferredUntil null unless it is deferred
 * @param doneAt null unless it is done
 * @param decided of each track the day that its last stage was for, since the track began anew
 */
public record ChaseState(
        ActionItemStatus status,
        String team,
        @Nullable String owner,
        @Nullable LocalDate due,
        @Nullable String executive,
        boolean imported,
        Instant since,
        @Nullable Instant blockedAt,
        @Nullable LocalDate deferredUntil,
        @Nullable Instant doneAt,
        Map<Track, LocalDate> decided) {

    public ChaseState {
        decided = Map.copyOf(decided);
    }

    /** @param recordedAt when the log accepted the event, for entries that do not say when it was agreed */
    public static ChaseState of(ActionItemOpened e, Instant recordedAt) {
        return new ChaseState(
                e.status(),
                e.team(),
                e.owner(),
                e.due(),
                null,
                e.stated() != null,
                stated(e.agreedAt(), recordedAt),
                null,
                null,
                null,
                Map.of());
    }

    /** The state after one more event. */
    public ChaseState after(ActionItemEvent event, Instant recordedAt) {
        var moved = ActionItemLifecycle.after(event).map(this::in).orElse(this);
        return switch (event) {
            case ActionItemOpened e -> of(e, recordedAt);
            case ActionItemAccepted e ->
                moved.withOwner(e.owner()).withDue(e.due()).beginning(stated(e.agreedAt(), recordedAt));
            case ActionItemReassigned e -> withOwner(e.owner());
            case ActionItemTransferred e -> withTeam(e.team());
            case ActionItemRescheduled e -> withDue(e.due()).beginning(stated(e.agreedAt(), recordedAt));
            case ActionItemBlocked e -> moved.blocked(e.occurredAt().earliest());
            case ActionItemCompleted e ->
                moved.done(Optional.ofNullable(e.occurredAt())
                        .map(OccurredAt::earliest)
                        .orElse(recordedAt));
            case ActionItemFoundIneffective e -> moved.beginning(e.occurredAt().earliest());
            case ActionItemDeferred e -> moved.deferred(e.until());
            case ActionItemResumed e -> moved.resumed(e.to(), e.occurredAt().earliest());
            case ActionItemDescribed e -> e.executive() == null ? this : withExecutive(e.executive());
            case ChaseEvent e -> decided(e);
            case ActionItemRejected _,
                    ActionItemStarted _,
                    ActionItemUnblocked _,
                    ActionItemVerified _,
                    ActionItemDropped _ -> moved;
            case ActionItemCommented _,
                    ActionItemLinked _,
                    ActionItemRecurred _,
                    ActionItemChangeSuggested _,
                    ActionItemSuggestionDismissed _ -> this;
        };
    }

    private static Instant stated(@Nullable Instant agreedAt, Instant recordedAt) {
        return agreedAt == null ? recordedAt : agreedAt;
    }

    /** What is said of a status goes with it. */
    private ChaseState in(ActionItemStatus to) {
        return new ChaseState(to, team, owner, due, executive, imported, since, null, null, null, decided);
    }

    private ChaseState withOwner(String by) {
        return new ChaseState(
                status, team, by, due, executive, imported, since, blockedAt, deferredUntil, doneAt, decided);
    }

    private ChaseState withTeam(String follows) {
        return new ChaseState(
                status, follows, owner, due, executive, imported, since, blockedAt, deferredUntil, doneAt, decided);
    }

    private ChaseState withDue(LocalDate on) {
        return new ChaseState(
                status, team, owner, on, executive, imported, since, blockedAt, deferredUntil, doneAt, decided);
    }

    private ChaseState withExecutive(String answers) {
        return new ChaseState(
                status, team, owner, due, answers, imported, since, blockedAt, deferredUntil, doneAt, decided);
    }

    /** All but a roadblock that is there still is chased from now on. */
    private ChaseState beginning(Instant from) {
        return new ChaseState(
                status,
                team,
                owner,
                due,
                executive,
                imported,
                from,
                blockedAt,
                deferredUntil,
                doneAt,
                without(EnumSet.complementOf(EnumSet.copyOf(Track.ROADBLOCK))));
    }

    /** What was blocked before it was deferred is blocked anew. */
    private ChaseState resumed(ActionItemStatus to, Instant at) {
        var begun = beginning(at);
        return to == ActionItemStatus.BLOCKED ? begun.blocked(at) : begun;
    }

    private ChaseState blocked(Instant at) {
        return new ChaseState(
                status, team, owner, due, executive, imported, since, at, null, null, without(Track.ROADBLOCK));
    }

    private ChaseState done(Instant at) {
        return new ChaseState(
                status,
                team,
                owner,
                due,
                executive,
                imported,
                since,
                null,
                null,
                at,
                without(EnumSet.of(Track.VERIFICATION)));
    }

    private ChaseState deferred(LocalDate until) {
        return new ChaseState(status, team, owner, due, executive, imported, since, null, until, null, decided);
    }

    private ChaseState decided(ChaseEvent event) {
        var more = new EnumMap<Track, LocalDate>(Track.class);
        more.putAll(decided);
        more.merge(Track.of(event), Track.dayOf(event), (known, said) -> said.isAfter(known) ? said : known);
        return new ChaseState(
                status, team, owner, due, executive, imported, since, blockedAt, deferredUntil, doneAt, more);
    }

    private Map<Track, LocalDate> without(Collection<Track> tracks) {
        var left = new EnumMap<Track, LocalDate>(Track.class);
        left.putAll(decided);
        left.keySet().removeAll(tracks);
        return left;
    }
}
