package dev.hindsight.logkit;

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
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** Carries out a command about one aggregate and answers with the state it led to. */
@Singleton
public class AggregateCommands {

    private static final int EVENTS_TOLD = 50;

    private final Commands commands;
    private final CommandGateway gateway;
    private final JsonBodies json;

    AggregateCommands(Commands commands, CommandGateway gateway, JsonBodies json) {
        this.commands = commands;
        this.gateway = gateway;
        this.json = json;
    }

    /**
     * Begins an aggregate; the command is made within the transaction, as a reference may be taken for it.
     *
     * @param state reads what the command led to
     */
    public Response begin(
            Actor caller,
            CommandRequest request,
            String location,
            Supplier<?> command,
            Supplier<? extends Told<?>> state) {
        return response(commands.execute(request, () -> {
            send(command.get(), caller);
            return answer(request, 201, state.get(), Map.of(HttpHeaders.LOCATION, location));
        }));
    }

    /**
     * Changes an aggregate, if the client's {@code If-Match} still holds.
     *
     * @param readable reads what is there before the command, or says that for the caller nothing is
     * @param state reads what the command led to
     */
    public Response change(
            Actor caller,
            CommandRequest request,
            HttpHeaders headers,
            Object command,
            Supplier<? extends Told<?>> readable,
            Supplier<? extends Told<?>> state) {
        return changeAll(caller, request, headers, List.of(command), readable, state);
    }

    /**
     * Changes several aggregates, all or none.
     *
     * @param all the first is about the aggregate that the request addresses
     */
    public Response changeAll(
            Actor caller,
            CommandRequest request,
            HttpHeaders headers,
            List<?> all,
            Supplier<? extends Told<?>> readable,
            Supplier<? extends Told<?>> state) {
        return changeAll(caller, request, headers, () -> all, readable, state);
    }

    /**
     * Changes several aggregates, all or none, by commands that are made within the transaction: what they depend on may be
     * read there, and what belongs to them be written.
     */
    public Response changeAll(
            Actor caller,
            CommandRequest request,
            HttpHeaders headers,
            Supplier<? extends List<?>> all,
            Supplier<? extends Told<?>> readable,
            Supplier<? extends Told<?>> state) {
        var expected = EntityTags.ifMatch(headers.getHeaderString(HttpHeaders.IF_MATCH));
        return response(commands.execute(request, () -> {
            expected.ifPresent(tags -> requireVersion(readable.get(), tags));
            var made = all.get();
            expected.ifPresent(tags -> requireVersion(readable.get(), tags)); // making them may have waited for others
            try {
                made.forEach(command -> send(command, caller));
            } catch (AggregateNotFoundException e) {
                throw new ProblemException(StandardProblem.NOT_FOUND, null);
            }
            return answer(request, 200, state.get(), Map.of());
        }));
    }

    private void send(Object command, Actor caller) {
        gateway.sendAndWait(new GenericCommandMessage<>(command, Map.of(Actor.CALLER, caller)));
    }

    private Answer answer(CommandRequest request, int status, Told<?> told, Map<String, String> more) {
        var headers = new LinkedHashMap<>(more);
        headers.put(HttpHeaders.ETAG, EntityTags.of(told.version()));
        headers.put("Log-Entry", told.lastEventId().toString());
        if (request.minimal()) {
            headers.put("Preference-Applied", "return=minimal");
            return new Answer(status == 200 ? 204 : status, headers, new byte[0]);
        }
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        return new Answer(status, headers, json.write(told.state()));
    }

    private static void requireVersion(Told<?> told, EntityTags expected) {
        if (!expected.matches(told.version())) {
            throw new ProblemException(StandardProblem.VERSION_MISMATCH, since(told, expected));
        }
    }

    private static String since(Told<?> told, EntityTags expected) {
        var oldest = expected.tags().stream()
                .filter(tag -> tag.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
        var events = told.entries(oldest, EVENTS_TOLD).stream()
                .map(entry -> entry.sequence() + " " + entry.eventType())
                .toList();
        long more = told.version() - oldest - events.size();
        return "The version is now \"%d\"; recorded since: %s%s."
                .formatted(told.version(), events, more > 0 ? " and %d more".formatted(more) : "");
    }

    private static Response response(Answer answer) {
        var body = answer.body();
        var response = Response.status(answer.status()).entity(body.length == 0 ? null : body);
        answer.headers().forEach(response::header);
        return response.build();
    }
}
