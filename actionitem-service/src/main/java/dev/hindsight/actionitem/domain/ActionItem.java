package dev.hindsight.actionitem.domain;

import static dev.hindsight.contracts.actionitem.ActionItemStatus.ACCEPTED;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.PROPOSED;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.VERIFIED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.hindsight.actionitem.domain.ActionItemCommand.AcceptActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.BlockActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.CompleteActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.DecideChase;
import dev.hindsight.actionitem.domain.ActionItemCommand.OpenActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.ProposeActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.PutOnRecord;
import dev.hindsight.actionitem.domain.ActionItemCommand.RecordRecurrence;
import dev.hindsight.actionitem.domain.ActionItemCommand.ResumeActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.SuggestChange;
import dev.hindsight.actionitem.domain.ActionItemCommand.UnblockActionItem;
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
import dev.hindsight.contracts.policy.ChaseRules;
import dev.hindsight.contracts.policy.TeamPolicy;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.chase.ChaseState;
import dev.hindsight.folds.chase.Ladder;
import dev.hindsight.folds.policy.TeamCalendar;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.rights.Access;
import dev.hindsight.rights.Rights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** Guards the life of one action item: which step follows which, and who may take it. */
@AggregateRoot(type = ActionItem.TYPE)
@SuppressWarnings("NullAway.Init") // Axon fills the fields by replaying events
public class ActionItem {

    /** Under this name its entries are stored, for ever. */
    public static final String TYPE = ActionItemEvent.AGGREGATE_TYPE;

    @AggregateIdentifier
    private UUID id;

    private String reference;
    private ChaseState state;
    private ActionItemStatus beforeRoadblock;
    private ActionItemStatus beforeDeferral;
    private final SuggestedSteps suggested = new SuggestedSteps();
    private final Recurrences recurrences = new Recurrences();

    // decide: check the rules, then state what happened

    /** Whoever agreed it had the right to: nothing of that is asked again. */
    @CommandHandler
    ActionItem(OpenActionItem command) {
        apply(new ActionItemOpened(
                command.actionItemId(),
                command.reference(),
                command.title(),
                command.postMortemId(),
                command.incidentIds(),
                command.team(),
                command.owner(),
                command.due(),
                command.stated(),
                command.owner() == null || command.due() == null ? PROPOSED : ACCEPTED,
                command.causedBy(),
                command.agreedAt()));
    }

    @CommandHandler
    ActionItem(ProposeActionItem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        if (!Rights.mayReadAll(caller, command.incidents())) {
            throw new ProblemException(ActionItemRule.ACTION_ITEM_INCIDENT_UNKNOWN, null);
        }
        var follows = command.follows();
        if (!Rights.mayPropose(caller, command.incidents(), follows)) {
            throw new ProblemException(
                    StandardProblem.FORBIDDEN, "Action items of %s are proposed by that team.".formatted(follows));
        }
        apply(new ActionItemOpened(
                command.actionItemId(),
                command.reference(),
                command.title(),
                null,
                command.incidentIds(),
                follows,
                command.owner(),
                command.due(),
                null,
                command.owner() == null || command.due() == null ? PROPOSED : ACCEPTED,
                null,
                command.now()));
        if (command.described() != null) {
            apply(command.described());
        }
    }

    @CommandHandler
    void handle(AcceptActionItem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        permission(caller, command.incidents()).requireWork();
        if (state.status() == ACCEPTED) {
            throw new ProblemException(ActionItemRule.ALREADY_ACCEPTED, null);
        }
        requireStatusFor(ActionItemTransition.ACCEPT);
        apply(new ActionItemAccepted(id, command.owner(), command.due(), command.now()));
    }

    @CommandHandler
    void handle(CompleteActionItem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        permission(caller, command.incidents()).requireWork();
        requireStatusFor(ActionItemTransition.COMPLETE);
        apply(new ActionItemCompleted(id, command.evidence(), command.note(), command.occurredAt()));
    }

    @CommandHandler
    void handle(PutOnRecord command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        var step = ActionItemTransition.of(command.event());
        var permission = permission(caller, command.incidents());
        switch (command.event()) {
            case ActionItemDeferred _ -> permission.requireDeferral();
            case ActionItemTransferred transferred -> permission.requireTransfer(transferred);
            default -> permission.requireWork();
        }
        requireStatusFor(step);
        requireRuleOf(command.event(), caller, command.today());
        apply(command.event());
    }

    @CommandHandler
    void handle(BlockActionItem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        permission(caller, command.incidents()).requireWork();
        requireStatusFor(ActionItemTransition.BLOCK);
        apply(new ActionItemBlocked(id, command.roadblock(), command.occurredAt()));
        decide(command.now(), command.rules(), command.team(), command.incidents());
    }

    /** Whatever runs twice, or late, or at once with another: only what is not decided yet is. */
    @CommandHandler
    void handle(DecideChase command) {
        if (new Ladder(command.rules(), new TeamCalendar(command.team())).isBack(state, command.now())) {
            apply(new ActionItemResumed(id, beforeDeferral, null, OccurredAt.at(command.now())));
        }
        decide(command.now(), command.rules(), command.team(), command.incidents());
    }

    private void decide(Instant now, ChaseRules rules, TeamPolicy policy, List<Access> incidents) {
        var recipients = new Recipients(state, policy, incidents);
        new Ladder(rules, new TeamCalendar(policy))
                .due(state, now)
                .forEach(stage -> apply(stage.decided(id, now, recipients.of(stage))));
    }

    @CommandHandler
    void handle(UnblockActionItem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        permission(caller, command.incidents()).requireWork();
        requireStatusFor(ActionItemTransition.UNBLOCK);
        apply(new ActionItemUnblocked(id, beforeRoadblock, command.note(), command.occurredAt()));
    }

    @CommandHandler
    void handle(ResumeActionItem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        permission(caller, command.incidents()).requireWork();
        requireStatusFor(ActionItemTransition.RESUME);
        var until = Objects.requireNonNull(state.deferredUntil());
        if (command.today().isBefore(until)) {
            throw new ProblemException(
                    ActionItemRule.DEFERRAL_NOT_OVER, "%s is deferred until %s.".formatted(reference, until));
        }
        apply(new ActionItemResumed(id, beforeDeferral, command.note(), command.occurredAt()));
    }

    /** It is told once, however often the other side tells it. */
    @CommandHandler
    void handle(SuggestChange command) {
        if (suggested.isNew(command.suggestion().suggestionId())) {
            apply(command.suggestion());
        }
    }

    /** Only while it counts as verified: what is recorded already, or is too late, changes nothing. */
    @CommandHandler
    void handle(RecordRecurrence command) {
        if (state.status() == VERIFIED && !recurrences.tell(command.recurred())) {
            apply(command.recurred());
        }
    }

    private void requireRuleOf(ActionItemEvent event, Actor caller, LocalDate today) {
        switch (event) {
            case ActionItemVerified _
            when caller.subject().equals(state.owner()) ->
                throw new ProblemException(ActionItemRule.OWNER_CANNOT_VERIFY, null);
            case ActionItemDeferred e
            when !e.until().isAfter(today) ->
                throw new ProblemException(
                        ActionItemRule.DEFERRAL_NOT_AHEAD, "%s is not after %s.".formatted(e.until(), today));
            case ActionItemReassigned e
            when e.owner().equals(state.owner()) ->
                throw new ProblemException(
                        ActionItemRule.ACTION_ITEM_UNCHANGED, "%s has this owner.".formatted(reference));
            case ActionItemRescheduled e
            when e.due().equals(state.due()) ->
                throw new ProblemException(
                        ActionItemRule.ACTION_ITEM_UNCHANGED, "%s is due on %s.".formatted(reference, state.due()));
            case ActionItemSuggestionDismissed e -> suggested.requireOpen(e.suggestionId());
            default -> {
                // the step has no rule of its own
            }
        }
    }

    private void requireStatusFor(ActionItemTransition step) {
        if (!step.from().contains(state.status())) {
            throw new ProblemException(
                    ActionItemRule.ACTION_ITEM_STEP_NOT_POSSIBLE,
                    "%s is %s and cannot be %s.".formatted(reference, state.status(), step.done()));
        }
    }

    private Permission permission(Actor caller, List<Access> incidents) {
        return new Permission(caller, incidents, state.team(), state.owner());
    }

    // evolve: take over what happened; no rules, no side effects

    @EventSourcingHandler
    void on(ActionItemEvent event, @Timestamp Instant recordedAt) {
        switch (event) {
            case ActionItemOpened e -> {
                id = e.actionItemId();
                reference = e.reference();
            }
            case ActionItemBlocked _ -> beforeRoadblock = state.status();
            case ActionItemDeferred _ -> beforeDeferral = state.status();
            case ActionItemChangeSuggested e -> suggested.add(e.suggestionId());
            case ActionItemSuggestionDismissed e -> suggested.dismiss(e.suggestionId());
            case ActionItemRecurred e -> recurrences.add(e);
            case ActionItemAccepted _,
                    ActionItemRejected _,
                    ActionItemStarted _,
                    ActionItemUnblocked _,
                    ActionItemCompleted _,
                    ActionItemVerified _,
                    ActionItemFoundIneffective _,
                    ActionItemResumed _,
                    ActionItemDropped _,
                    ActionItemReassigned _,
                    ActionItemRescheduled _,
                    ActionItemTransferred _,
                    ActionItemCommented _,
                    ActionItemLinked _,
                    ActionItemDescribed _,
                    ChaseEvent _ -> {} // what matters of it is in the state
        }
        state = event instanceof ActionItemOpened opened
                ? ChaseState.of(opened, recordedAt)
                : state.after(event, recordedAt);
    }

    /** For Axon only: an empty action item that it fills by replaying events. */
    protected ActionItem() {}
}
