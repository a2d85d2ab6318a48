package dev.hindsight.incident.rest;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.incident.domain.Incident;
import dev.hindsight.incident.domain.IncidentCommand;
import dev.hindsight.incident.domain.IncidentCommand.RecordFact;
import dev.hindsight.incident.history.IncidentHistories;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.rest.CommandRequests;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.logkit.AggregateCommands;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.logkit.Told;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Carries out what the current request asks of one incident. */
@Singleton
class IncidentChanges {

    private final AggregateCommands commands;
    private final Readers readers;
    private final IncidentHistories histories;
    private final Actors actors;
    private final JsonBodies json;
    private final HttpHeaders headers;
    private final UriInfo uri;

    /** @param headers and {@code uri} are those of whichever request is being answered */
    IncidentChanges(
            AggregateCommands commands,
            Readers readers,
            IncidentHistories histories,
            Actors actors,
            JsonBodies json,
            HttpHeaders headers,
            UriInfo uri) {
        this.commands = commands;
        this.readers = readers;
        this.histories = histories;
        this.actors = actors;
        this.json = json;
        this.headers = headers;
        this.uri = uri;
    }

    /** @param facts what a body puts on record */
    <T> Response fact(String id, byte[] body, Class<T> type, BiFunction<UUID, T, IncidentEvent> facts) {
        return command(id, body, type, (incident, request) -> new RecordFact(facts.apply(incident, request)));
    }

    /** @param command what a body asks for */
    <T> Response command(String id, byte[] body, Class<T> type, BiFunction<UUID, T, IncidentCommand> command) {
        return commands(id, body, type, (incident, request) -> List.of(command.apply(incident, request)));
    }

    /** @param all what a body asks for, carried out together or not at all; the first is about the incident itself */
    <T> Response commands(String id, byte[] body, Class<T> type, BiFunction<UUID, T, List<IncidentCommand>> all) {
        var incident = readers.id(id);
        var commands = all.apply(incident, json.read(body, type));
        return carryOut(incident, body, () -> commands);
    }

    /**
     * Puts on record what is made with some effort, from content or out of it.
     *
     * @param asSent what a repetition of the request is compared with
     * @param fact made within the transaction, and only if the request is no repetition
     */
    Response record(UUID incident, byte[] asSent, Function<IncidentState, IncidentEvent> fact) {
        return carryOut(
                incident,
                asSent,
                () -> List.of(new RecordFact(fact.apply(state(incident).state()))));
    }

    /** Turns away, before such an effort, whom the incident itself would turn away. */
    UUID changeable(String idOrReference) {
        var id = readers.id(idOrReference);
        var told = readers.incident(actors.current(), id, OptionalLong.empty());
        Incident.requireChangeBy(actors.current(), IncidentAccess.of(told.state()));
        return id;
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

    private Response carryOut(UUID incident, byte[] asSent, Supplier<List<? extends IncidentCommand>> all) {
        var caller = actors.current();
        return commands.changeAll(
                caller,
                CommandRequests.received(caller, asSent, headers, uri),
                headers,
                all,
                () -> readers.incident(caller, incident, OptionalLong.empty()),
                () -> state(incident));
    }
}
