package dev.hindsight.benchmarks.incident;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryAdded;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.TimelineFacts;
import dev.hindsight.contracts.incident.TimelineKind;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** By which events a history grows. */
enum Growth {

    /** Each adds to what the incident is, and so to every answer. */
    TIMELINE("timeline entries", "timeline", """
            {"kind": "OBSERVATION", "text": "Two thirds of the validators vote again; finality is still nine epochs behind",
             "occurredAt": "2026-01-01T00:10:00Z", "source": "block monitor"}
            """) {
        @Override
        IncidentEvent event(UUID incident) {
            return new TimelineEntryAdded(
                    incident,
                    UUID.randomUUID(),
                    new TimelineFacts(
                            TimelineKind.OBSERVATION,
                            "Two thirds of the validators vote again; finality is still nine epochs behind",
                            OccurredAt.at(Instant.parse("2026-01-01T00:10:00Z")),
                            "block monitor",
                            List.of(),
                            null));
        }
    },

    /** Each replaces what the one before said: a long history of an incident that stays small. */
    CHANGES("changes that replace one another", "visibility", """
            {"visibility": "OPEN", "people": [], "teams": [], "reason": "checked again; nothing here needs to be hidden"}
            """) {
        @Override
        IncidentEvent event(UUID incident) {
            return new VisibilityChanged(
                    incident, Visibility.OPEN, List.of(), List.of(), "checked again; nothing here needs to be hidden");
        }
    };

    final String events;
    final String path;
    final String body;

    Growth(String events, String path, String body) {
        this.events = events;
        this.path = path;
        this.body = body;
    }

    /** What the command of this path records. */
    abstract IncidentEvent event(UUID incident);
}
