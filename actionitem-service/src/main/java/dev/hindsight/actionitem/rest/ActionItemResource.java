package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.domain.ActionItemCommand;
import dev.hindsight.actionitem.domain.ActionItemCommand.AcceptActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.CompleteActionItem;
import dev.hindsight.folds.actionitem.ActionItemState;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.rest.CommandRequests;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.logkit.AggregateCommands;
import dev.hindsight.logkit.StatedTime;
import dev.hindsight.rights.Access;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Commands about action items. */
@Path("/api/action-items")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "200",
        description = "The state that it led to",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ActionItemState.class)))
public class ActionItemResource {

    private final AggregateCommands commands;
    private final ActionItemReaders readers;
    private final Actors actors;
    private final JsonBodies json;
    private final Clock clock;

    ActionItemResource(
            AggregateCommands commands, ActionItemReaders readers, Actors actors, JsonBodies json, Clock clock) {
        this.commands = commands;
        this.readers = readers;
        this.actors = actors;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @Path("{id}/accept")
    public Response accept(
            @PathParam("id") String id,
            @RequestBodySchema(ActionItemRequests.Accept.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return change(
                id,
                body,
                headers,
                uri,
                ActionItemRequests.Accept.class,
                (item, accept, incidents) -> new AcceptActionItem(item, accept.owner(), accept.due(), incidents));
    }

    @POST
    @Path("{id}/complete")
    public Response complete(
            @PathParam("id") String id,
            @RequestBodySchema(ActionItemRequests.Complete.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return change(
                id,
                body,
                headers,
                uri,
                ActionItemRequests.Complete.class,
                (item, complete, incidents) -> new CompleteActionItem(
                        item,
                        complete.evidence(),
                        complete.note(),
                        StatedTime.orNow(complete.occurredAt(), clock.instant()),
                        incidents));
    }

    private <T> Response change(
            String idOrReference, byte[] body, HttpHeaders headers, UriInfo uri, Class<T> type, Step<T> step) {
        var caller = actors.current();
        var id = readers.id(idOrReference);
        var request = json.read(body, type);
        var visible = readers.actionItem(caller, id, OptionalLong.empty()).state();
        return commands.change(
                caller,
                CommandRequests.received(caller, body, headers, uri),
                headers,
                step.of(id, request, readers.incidents(visible)),
                () -> readers.actionItem(caller, id, OptionalLong.empty()),
                () -> readers.state(id));
    }

    /** A step in the life of an action item as a command. */
    private interface Step<T> {

        ActionItemCommand of(UUID actionItemId, T request, List<Access> incidents);
    }
}
