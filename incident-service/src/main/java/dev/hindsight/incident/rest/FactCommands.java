package dev.hindsight.incident.rest;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.incident.domain.IncidentCommand.RecordFact;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.CommandRequests;
import dev.hindsight.logkit.AggregateCommands;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.rights.Rights;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/** Puts on record what is made with some effort, from content or out of it, for who may do so. */
@Singleton
class FactCommands {

    private final AggregateCommands commands;
    private final IncidentChanges changes;
    private final Readers readers;
    private final Actors actors;

    FactCommands(AggregateCommands commands, IncidentChanges changes, Readers readers, Actors actors) {
        this.commands = commands;
        this.changes = changes;
        this.readers = readers;
        this.actors = actors;
    }

    /** Turns away, before the effort, whom the incident itself would turn away. */
    UUID changeable(IncidentCall call) {
        var caller = actors.current();
        var id = readers.id(call.id);
        var access = IncidentAccess.of(
                readers.incident(caller, id, OptionalLong.empty()).state());
        if (!Rights.mayChange(caller, access)) {
            throw new ProblemException(
                    StandardProblem.FORBIDDEN, "Incidents of %s are changed by that team.".formatted(access.team()));
        }
        return id;
    }

    /** The incident as its reader sees it now. */
    IncidentState readable(String idOrReference) {
        return readers.incident(actors.current(), readers.id(idOrReference), OptionalLong.empty())
                .state();
    }

    /**
     * @param asSent what a repetition of the request is compared with
     * @param fact made within the transaction, and only if the request is no repetition
     */
    Response record(IncidentCall call, UUID incident, byte[] asSent, Function<IncidentState, IncidentEvent> fact) {
        var caller = actors.current();
        return commands.changeAll(
                caller,
                CommandRequests.received(caller, asSent, call.headers, call.uri),
                call.headers,
                () -> List.of(new RecordFact(fact.apply(changes.state(incident).state()))),
                () -> readers.incident(caller, incident, OptionalLong.empty()),
                () -> changes.state(incident));
    }
}
