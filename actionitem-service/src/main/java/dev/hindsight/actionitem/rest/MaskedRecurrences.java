package dev.hindsight.actionitem.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.folds.actionitem.ActionItemState;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.logkit.HistoryEntry;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.rights.Rights;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leaves out of a recurrence what it tells of an incident that the reader may not read; that there was one stays. */
@Singleton
class MaskedRecurrences {

    private static final String RECURRED = EventCatalogue.nameOf(ActionItemRecurred.class);
    private static final List<String> TELLING = List.of("incidentId", "postMortemId", "addressed", "factorId");

    private final IncidentAccess access;

    MaskedRecurrences(IncidentAccess access) {
        this.access = access;
    }

    ActionItemState in(ActionItemState state, Actor caller) {
        if (state.recurrences().isEmpty()) {
            return state;
        }
        return state.withRecurrences(state.recurrences().stream()
                .map(recurrence -> mayRead(caller, recurrence.incidentId()) ? recurrence : recurrence.withoutIncident())
                .toList());
    }

    HistoryEntry in(HistoryEntry entry, Actor caller) {
        if (!entry.type().equals(RECURRED)
                || !(entry.payload() instanceof ObjectNode payload)
                || mayRead(caller, UUID.fromString(payload.path("incidentId").asText()))) {
            return entry;
        }
        return new HistoryEntry(
                entry.eventId(),
                entry.type(),
                entry.sequence(),
                entry.position(),
                entry.recordedAt(),
                entry.actor(),
                payload.deepCopy().without(TELLING));
    }

    private boolean mayRead(Actor caller, @Nullable UUID incident) {
        return incident != null
                && access.of(incident)
                        .filter(found -> Rights.mayRead(caller, found))
                        .isPresent();
    }
}
