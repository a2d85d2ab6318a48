package dev.hindsight.actionitem.domain;

import static dev.hindsight.contracts.actionitem.ActionItemStatus.ACCEPTED;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.DONE;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.IN_PROGRESS;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.PROPOSED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.hindsight.actionitem.domain.ActionItemCommand.AcceptActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.CompleteActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.OpenActionItem;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemAccepted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCompleted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.rights.Access;
import dev.hindsight.rights.Rights;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Guards the life of one action item: which step follows which, and who may take it. */
@AggregateRoot(type = ActionItem.TYPE)
@SuppressWarnings("NullAway.Init") // Axon fills the fields by replaying events
public class ActionItem {

    /** Under this name its entries are stored, for ever. */
    public static final String TYPE = ActionItemEvent.AGGREGATE_TYPE;

    @AggregateIdentifier
    private UUID id;

    private String reference;
    private String team;
    private ActionItemStatus status;
    private @Nullable String owner;

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
                command.causedBy()));
    }

    @CommandHandler
    void handle(AcceptActionItem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireWorkBy(caller, command.incidents());
        if (status == ACCEPTED) {
            throw new ProblemException(ActionItemRule.ALREADY_ACCEPTED, null);
        }
        requireStatus("accepted", EnumSet.of(PROPOSED));
        apply(new ActionItemAccepted(id, command.owner(), command.due()));
    }

    @CommandHandler
    void handle(CompleteActionItem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireWorkBy(caller, command.incidents());
        requireStatus("completed", EnumSet.of(ACCEPTED, IN_PROGRESS));
        apply(new ActionItemCompleted(id, command.evidence(), command.note(), command.occurredAt()));
    }

    private void requireStatus(String step, Set<ActionItemStatus> allowed) {
        if (!allowed.contains(status)) {
            throw new ProblemException(
                    ActionItemRule.ACTION_ITEM_STEP_NOT_POSSIBLE,
                    "%s is %s and cannot be %s.".formatted(reference, status, step));
        }
    }

    private void requireWorkBy(Actor caller, List<Access> incidents) {
        if (!Rights.mayReadAll(caller, incidents)) {
            throw new ProblemException(StandardProblem.NOT_FOUND, null);
        }
        if (!Rights.mayWorkOn(caller, team, owner)) {
            throw new ProblemException(
                    StandardProblem.FORBIDDEN,
                    "Action items of %s are worked on by that team and their owners.".formatted(team));
        }
    }

    // evolve: take over what happened; no rules, no side effects

    @EventSourcingHandler
    void on(ActionItemEvent event) {
        switch (event) {
            case ActionItemOpened e -> {
                id = e.actionItemId();
                reference = e.reference();
                team = e.team();
                status = e.status();
                owner = e.owner();
            }
            case ActionItemAccepted e -> {
                status = ACCEPTED;
                owner = e.owner();
            }
            case ActionItemCompleted _ -> status = DONE;
        }
    }

    /** For Axon only: an empty action item that it fills by replaying events. */
    protected ActionItem() {}
}
