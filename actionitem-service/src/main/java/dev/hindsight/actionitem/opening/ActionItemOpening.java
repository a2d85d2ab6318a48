package dev.hindsight.actionitem.opening;

import dev.hindsight.actionitem.domain.ActionItemCommand.OpenActionItem;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.Beginning;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.log.LogEntry;
import dev.hindsight.log.LogReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MessageIdentifier;

/**
 * Opens an item for each one agreed, under the id chosen there. What it appends and how far it is commit together; met
 * again, whatever became of its token, an item that is open already stays as it is.
 */
@ProcessingGroup(ActionItemOpening.NAME)
public class ActionItemOpening {

    public static final String NAME = "action-item-opening";

    /** Who opens items: no person, so an id that the identity provider never gives. */
    public static final Actor ITSELF = new Actor("service:actionitem-service", Set.of(), Set.of());

    private final CommandGateway commands;
    private final LogReader log;
    private final ActionItemReferences references;

    public ActionItemOpening(CommandGateway commands, LogReader log, ActionItemReferences references) {
        this.commands = commands;
        this.log = log;
        this.references = references;
    }

    @EventHandler
    void on(
            ActionItemAgreed agreed,
            @MessageIdentifier String eventId,
            @Timestamp Instant recordedAt,
            TrackingToken token) {
        long position = token.position().orElseThrow();
        first(agreed.actionItemId(), ActionItemOpened.class)
                .ifPresentOrElse(
                        opened -> references.keep(opened.reference(), opened.actionItemId(), position),
                        () -> open(agreed, UUID.fromString(eventId), recordedAt, position));
    }

    /** One that a person began has its reference already, unless the table was lost. */
    @EventHandler
    void on(ActionItemOpened opened) {
        if (opened.causedBy() == null) {
            references.keep(opened.reference(), opened.actionItemId(), null);
        }
    }

    private void open(ActionItemAgreed agreed, UUID eventId, Instant agreedAt, long position) {
        var postMortem = first(agreed.postMortemId(), Beginning.class)
                .orElseThrow(() -> new IllegalStateException("A post-mortem begins with what it is about"));
        var command = new OpenActionItem(
                agreed.actionItemId(),
                references.take(year(agreedAt), agreed.actionItemId(), position),
                agreed.title(),
                agreed.postMortemId(),
                postMortem.incidentIds(),
                postMortem.team(),
                agreed.owner(),
                agreed.due(),
                agreed.stated(),
                eventId,
                agreedAt);
        commands.sendAndWait(new GenericCommandMessage<>(command, Map.of(Actor.CALLER, ITSELF)));
    }

    private <E> Optional<E> first(UUID aggregateId, Class<E> event) {
        return log.first(aggregateId).map(LogEntry::event).map(event::cast);
    }

    private static int year(Instant recordedAt) {
        return recordedAt.atZone(ZoneOffset.UTC).getYear();
    }
}
