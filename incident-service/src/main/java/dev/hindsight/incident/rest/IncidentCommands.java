package dev.hindsight.incident.rest;

import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.incident.domain.Incident;
import dev.hindsight.incident.domain.IncidentCommand;
import dev.hindsight.incident.history.Histories;
import dev.hindsight.incident.history.Histories.Told;
import dev.hindsight.kit.command.Answer;
import dev.hindsight.kit.command.CommandRequest;
import dev.hindsight.kit.command.Commands;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.EntityTags;
import dev.hindsight.kit.rest.JsonBodies;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** Carries out a command about one incident and answers with the state it led to. */
@Singleton
class IncidentCommands {

    private final Commands commands;
    private final CommandGateway gateway;
    private final Histories histories;
    private final JsonBodies json;

    IncidentCommands(Commands commands, CommandGateway gateway, Histories histories, JsonBodies json) {
        this.commands = commands;
        this.gateway = gateway;
        this.histories = histories;
        this.json = json;
    }

    /** Begins an incident; the command is made within the transaction, as a reference may be taken for it. */
    Response begin(Actor caller, CommandRequest request, UUID id, Supplier<? extends IncidentCommand> command) {
        return response(commands.execute(request, () -> {
            send(command.get(), caller);
            return answer(201, id, Map.of(HttpHeaders.LOCATION, "/api/incidents/" + id));
        }));
    }

    /** Changes an incident, if the client's {@code If-Match} still holds. */
    Response change(Actor caller, CommandRequest request, HttpHeaders headers, UUID id, IncidentCommand command) {
        var expected = EntityTags.ifMatch(headers.getHeaderString(HttpHeaders.IF_MATCH));
        return response(commands.execute(request, () -> {
            expected.ifPresent(tags -> requireVersion(caller, id, tags));
            try {
                send(command, caller);
            } catch (AggregateNotFoundException e) {
                throw new ProblemException(StandardProblem.NOT_FOUND, null);
            }
            return answer(200, id, Map.of());
        }));
    }

    private void send(IncidentCommand command, Actor caller) {
        gateway.sendAndWait(new GenericCommandMessage<>(command, Map.of(Incident.CALLER, caller)));
    }

    private Answer answer(int status, UUID id, Map<String, String> more) {
        var told = histories.incident(id, OptionalLong.empty()).orElseThrow();
        var headers = new LinkedHashMap<>(more);
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        headers.put(HttpHeaders.ETAG, EntityTags.of(told.state().version()));
        headers.put("Log-Entry", told.lastEventId().toString());
        return new Answer(status, headers, json.write(told.state()));
    }

    /** Tells what happened since only to those who may read it. */
    private void requireVersion(Actor caller, UUID id, EntityTags expected) {
        var told = histories
                .incident(id, OptionalLong.empty())
                .filter(incident -> Readers.mayRead(caller, incident.state()))
                .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND, null));
        if (!expected.matches(told.state().version())) {
            throw new ProblemException(StandardProblem.VERSION_MISMATCH, since(told, expected));
        }
    }

    private static String since(Told<IncidentState> told, EntityTags expected) {
        var oldest = expected.tags().stream()
                .filter(tag -> tag.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
        var events = told.entries().stream()
                .skip(Math.min(oldest, told.entries().size()))
                .map(entry -> entry.sequence() + " " + entry.eventType())
                .toList();
        return "The version is now \"%d\"; recorded since: %s."
                .formatted(told.state().version(), events);
    }

    private static Response response(Answer answer) {
        var response = Response.status(answer.status()).entity(answer.body());
        answer.headers().forEach(response::header);
        return response.build();
    }
}
