package dev.hindsight.benchmarks.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentAcknowledged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryAdded;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.TimelineFacts;
import dev.hindsight.contracts.incident.TimelineKind;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.kit.json.EventJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Events of the size and mix that real incidents have: one declared, sixteen timeline entries, three steps. */
public final class SampleEvents {

    static final int PER_INCIDENT = 20;
    static final String AGGREGATE_TYPE = "incident";

    private static final ObjectMapper JSON = EventJson.mapper();
    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final MetaData METADATA = MetaData.with("actor", "2f1c9a52-5d0e-4f5e-9a43-0c7a3c1f9b11");

    private SampleEvents() {}

    /** The only entry of a new aggregate: no two appends wait for one another. */
    static DomainEventMessage<IncidentEvent> single() {
        var incident = UUID.randomUUID();
        return message(incident, 0, entry(incident, 0));
    }

    static List<DomainEventMessage<IncidentEvent>> incident(int number) {
        var incident = UUID.randomUUID();
        var events = new ArrayList<IncidentEvent>();
        events.add(declared(incident, number));
        events.add(new IncidentAcknowledged(incident, at(1), null));
        for (int i = 2; i < PER_INCIDENT - 2; i++) {
            events.add(entry(incident, i));
        }
        events.add(new IncidentMitigated(incident, at(PER_INCIDENT - 2), null));
        events.add(new IncidentResolved(incident, at(PER_INCIDENT - 1), "Validators run the previous release"));
        var messages = new ArrayList<DomainEventMessage<IncidentEvent>>();
        for (var event : events) {
            messages.add(message(incident, messages.size(), event));
        }
        return messages;
    }

    static String payload(IncidentEvent event) {
        return json(event);
    }

    static String metadata() {
        return json(METADATA);
    }

    static String typeOf(IncidentEvent event) {
        return EventCatalogue.nameOf(event.getClass());
    }

    private static DomainEventMessage<IncidentEvent> message(UUID incident, long sequence, IncidentEvent event) {
        return new GenericDomainEventMessage<>(AGGREGATE_TYPE, incident.toString(), sequence, event, METADATA);
    }

    /** What begins an incident that everybody may read. */
    public static IncidentDeclared declared(UUID incident, int number) {
        return new IncidentDeclared(
                incident,
                "INC-2026-%05d".formatted(number),
                "Block production stalled on the main network",
                "Validators stopped voting after an upgrade; no new block was confirmed",
                IncidentMode.LIVE,
                IncidentStatus.ACTIVE,
                Severity.SEV2,
                "chain-core",
                Visibility.OPEN,
                List.of(),
                List.of(),
                List.of("validators", "rpc"),
                List.of(),
                null,
                at(0),
                null);
    }

    private static TimelineEntryAdded entry(UUID incident, int minute) {
        return new TimelineEntryAdded(
                incident,
                UUID.randomUUID(),
                new TimelineFacts(
                        TimelineKind.OBSERVATION,
                        "Two thirds of the validators vote again; finality is still nine epochs behind the head",
                        at(minute),
                        "block monitor",
                        List.of(),
                        null));
    }

    private static OccurredAt at(int minute) {
        return OccurredAt.at(BEGAN.plusSeconds(60L * minute));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
