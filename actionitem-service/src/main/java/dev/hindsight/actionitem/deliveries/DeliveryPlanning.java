package dev.hindsight.actionitem.deliveries;

import dev.hindsight.actionitem.deliveries.Deliveries.About;
import dev.hindsight.actionitem.deliveries.Deliveries.Planned;
import dev.hindsight.actionitem.webhooks.Webhooks;
import dev.hindsight.actionitem.webhooks.Webhooks.Listening;
import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.log.Batch;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MessageIdentifier;

/**
 * Notes of each event which webhooks are to be told of it. The notes and how far the log was read commit together, so none
 * is left out, and one that is there already stays as it is.
 */
@ProcessingGroup(DeliveryPlanning.NAME)
public class DeliveryPlanning {

    public static final String NAME = "webhook-delivery";

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Subjects subjects;
    private final Clock clock;

    public DeliveryPlanning(Webhooks webhooks, Deliveries deliveries, Subjects subjects, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.subjects = subjects;
        this.clock = clock;
    }

    @EventHandler
    void on(ActionItemEvent e, @MessageIdentifier String eventId, @Timestamp Instant recordedAt, TrackingToken token) {
        note(e, new About(ActionItemEvent.AGGREGATE_TYPE, e.actionItemId()), eventId, recordedAt, token);
    }

    @EventHandler
    void on(IncidentEvent e, @MessageIdentifier String eventId, @Timestamp Instant recordedAt, TrackingToken token) {
        note(e, new About(IncidentEvent.AGGREGATE_TYPE, e.incidentId()), eventId, recordedAt, token);
    }

    @EventHandler
    void on(PostMortemEvent e, @MessageIdentifier String eventId, @Timestamp Instant recordedAt, TrackingToken token) {
        note(e, new About(PostMortemEvent.AGGREGATE_TYPE, e.postMortemId()), eventId, recordedAt, token);
    }

    private void note(Object event, About about, String eventId, Instant recordedAt, TrackingToken token) {
        Batch.of(NAME, ArrayList<Entry>::new, this::plan)
                .add(new Entry(
                        about,
                        EventCatalogue.nameOf(event.getClass()),
                        UUID.fromString(eventId),
                        token.position().orElseThrow(),
                        recordedAt));
    }

    private void plan(List<Entry> entries) {
        var listening = webhooks.listening();
        var teams = new HashMap<About, Optional<String>>();
        var planned = entries.stream()
                .flatMap(entry -> listening.stream()
                        .filter(webhook -> entry.isFor(webhook)
                                && (webhook.team() == null
                                        || teams.computeIfAbsent(entry.about, subjects::teamOf)
                                                .filter(webhook.team()::equals)
                                                .isPresent()))
                        .map(entry::to))
                .toList();
        if (!planned.isEmpty()) {
            deliveries.plan(planned, clock.instant());
        }
    }

    /** What has to be known of an event to tell it. */
    private record Entry(About about, String eventType, UUID eventId, long position, Instant recordedAt) {

        boolean isFor(Listening webhook) {
            return position > webhook.startsAfter() && webhook.eventTypes().contains(eventType);
        }

        Planned to(Listening webhook) {
            return new Planned(
                    webhook.webhookId(),
                    position,
                    eventId,
                    eventType,
                    about.aggregateType(),
                    about.aggregateId(),
                    recordedAt);
        }
    }
}
