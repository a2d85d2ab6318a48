package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.domain.ActionItemCommand;
import dev.hindsight.actionitem.domain.ActionItemCommand.PutOnRecord;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.rest.CommandRequests;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.logkit.AggregateCommands;
import dev.hindsight.logkit.StatedTime;
import dev.hindsight.rights.Access;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out what the current request asks of one action item. */
@Singleton
class ActionItemChanges {

    private final AggregateCommands commands;
    private final ActionItemReaders readers;
    private final Actors actors;
    private final JsonBodies json;
    private final Clock clock;
    private final HttpHeaders headers;
    private final UriInfo uri;

    /** @param headers and {@code uri} are those of whichever request is being answered */
    ActionItemChanges(
            AggregateCommands commands,
            ActionItemReaders readers,
            Actors actors,
            JsonBodies json,
            Clock clock,
            HttpHeaders headers,
            UriInfo uri) {
        this.commands = commands;
        this.readers = readers;
        this.actors = actors;
        this.json = json;
        this.clock = clock;
        this.headers = headers;
        this.uri = uri;
    }

    /** What a command needs to know of the item that it is about. */
    record Subject(UUID id, String team, List<Access> incidents) {}

    /** @param begin the command of the new item's id */
    <T> Response begin(byte[] body, Class<T> type, UUID id, Function<T, ActionItemCommand> begin) {
        var caller = actors.current();
        var request = json.read(body, type);
        return commands.begin(
                caller,
                CommandRequests.received(caller, body, headers, uri),
                "/api/action-items/" + id,
                () -> begin.apply(request),
                () -> readers.state(caller, id));
    }

    /** @param fact what a body puts on record of the item of this id */
    <T> Response fact(String idOrReference, byte[] body, Class<T> type, BiFunction<UUID, T, ActionItemEvent> fact) {
        return command(
                idOrReference,
                body,
                type,
                (item, request) ->
                        new PutOnRecord(item.id(), fact.apply(item.id(), request), today(), item.incidents()));
    }

    /** @param command what a body asks for */
    <T> Response command(
            String idOrReference, byte[] body, Class<T> type, BiFunction<Subject, T, ActionItemCommand> command) {
        var caller = actors.current();
        var id = readers.id(idOrReference);
        var request = json.read(body, type);
        var visible = readers.actionItem(caller, id, OptionalLong.empty()).state();
        return commands.change(
                caller,
                CommandRequests.received(caller, body, headers, uri),
                headers,
                command.apply(new Subject(id, visible.team(), readers.incidents(visible)), request),
                () -> readers.actionItem(caller, id, OptionalLong.empty()),
                () -> readers.state(caller, id));
    }

    /** When something happened: as stated, else now. */
    OccurredAt at(@Nullable StatedTime stated) {
        return StatedTime.orNow(stated, clock.instant());
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }
}
