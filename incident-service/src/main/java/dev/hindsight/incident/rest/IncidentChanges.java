package dev.hindsight.incident.rest;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.incident.domain.IncidentCommand;
import dev.hindsight.incident.domain.IncidentCommand.RecordFact;
import dev.hindsight.incident.history.IncidentHistories;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.rest.CommandRequests;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.logkit.AggregateCommands;
import dev.hindsight.logkit.Told;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;

/** Carries out what a request asks of one incident. */
@Singleton
class IncidentChanges {

    private final AggregateCommands commands;
    private final Readers readers;
    private final IncidentHistories histories;
    private final Actors actors;
    private final JsonBodies json;

    IncidentChanges(
            AggregateCommands commands, Readers readers, IncidentHistories histories, Actors actors, JsonBodies json) {
        this.commands = commands;
        this.readers = readers;
        this.histories = histories;
        this.actors = actors;
        this.json = json;
    }

    /** @param facts what a body puts on record */
    <T> Response fact(IncidentCall call, byte[] body, Class<T> type, BiFunction<UUID, T, IncidentEvent> facts) {
        return command(call, body, type, (incident, request) -> new RecordFact(facts.apply(incident, request)));
    }

    /** @param command what a body asks for */
    <T> Response command(IncidentCall call, byte[] body, Class<T> type, BiFunction<UUID, T, IncidentCommand> command) {
        return commands(call, body, type, (incident, request) -> List.of(command.apply(incident, request)));
    }

    /** @param all what a body asks for, carried out together or not at all; the first is about the incident itself */
    <T> Response commands(
            IncidentCall call, byte[] body, Class<T> type, BiFunction<UUID, T, List<IncidentCommand>> all) {
        var caller = actors.current();
        var id = readers.id(call.id);
        var request = json.read(body, type);
        return commands.changeAll(
                caller,
                CommandRequests.received(caller, body, call.headers, call.uri),
                call.headers,
                all.apply(id, request),
                () -> readers.incident(caller, id, OptionalLong.empty()),
                () -> state(id));
    }

    /** Another incident that the caller names by its id or reference; only what may be read can be named. */
    UUID other(String field, String idOrReference) {
        return readers.other(actors.current(), field, idOrReference);
    }

    /** The episode that is going on, or was the last. */
    int episode(UUID id) {
        return readers.incident(actors.current(), id, OptionalLong.empty())
                .state()
                .episodes();
    }

    Told<IncidentState> state(UUID id) {
        return histories.incident(id, OptionalLong.empty()).orElseThrow();
    }
}
