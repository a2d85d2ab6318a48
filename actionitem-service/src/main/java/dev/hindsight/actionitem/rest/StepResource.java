package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.chase.PoliciesInForce;
import dev.hindsight.actionitem.domain.ActionItemCommand.AcceptActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.BlockActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.CompleteActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.ResumeActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.UnblockActionItem;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDeferred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDropped;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemFoundIneffective;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRejected;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemStarted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemVerified;
import dev.hindsight.folds.actionitem.ActionItemState;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Commands that take an action item from one status to another. */
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
public class StepResource {

    private final ActionItemChanges changes;
    private final PoliciesInForce policies;

    StepResource(ActionItemChanges changes, PoliciesInForce policies) {
        this.changes = changes;
        this.policies = policies;
    }

    @POST
    @Path("{id}/accept")
    public Response accept(
            @PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Accept.class) byte[] body) {
        return changes.command(
                id,
                body,
                ActionItemRequests.Accept.class,
                (item, request) -> new AcceptActionItem(
                        item.id(), request.owner(), request.due(), changes.now(), item.incidents()));
    }

    @POST
    @Path("{id}/reject")
    public Response reject(
            @PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Reason.class) byte[] body) {
        return changes.fact(
                id,
                body,
                ActionItemRequests.Reason.class,
                (item, request) -> new ActionItemRejected(item, request.reason(), changes.at(request.occurredAt())));
    }

    @POST
    @Path("{id}/start")
    public Response start(@PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Note.class) byte[] body) {
        return changes.fact(
                id,
                body,
                ActionItemRequests.Note.class,
                (item, request) -> new ActionItemStarted(item, request.note(), changes.at(request.occurredAt())));
    }

    @POST
    @Path("{id}/block")
    public Response block(@PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Block.class) byte[] body) {
        return changes.command(id, body, ActionItemRequests.Block.class, (item, request) -> {
            var inForce = policies.of(item.team());
            return new BlockActionItem(
                    item.id(),
                    request.roadblock(),
                    changes.at(request.occurredAt()),
                    changes.now(),
                    inForce.rules(),
                    inForce.team(),
                    item.incidents());
        });
    }

    /** Back to where it was. */
    @POST
    @Path("{id}/unblock")
    public Response unblock(@PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Note.class) byte[] body) {
        return changes.command(
                id,
                body,
                ActionItemRequests.Note.class,
                (item, request) -> new UnblockActionItem(
                        item.id(), request.note(), changes.at(request.occurredAt()), item.incidents()));
    }

    @POST
    @Path("{id}/complete")
    public Response complete(
            @PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Complete.class) byte[] body) {
        return changes.command(
                id,
                body,
                ActionItemRequests.Complete.class,
                (item, request) -> new CompleteActionItem(
                        item.id(),
                        request.evidence(),
                        request.note(),
                        changes.at(request.occurredAt()),
                        item.incidents()));
    }

    /** By somebody who does not own it. */
    @POST
    @Path("{id}/verify")
    public Response verify(@PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Note.class) byte[] body) {
        return changes.fact(
                id,
                body,
                ActionItemRequests.Note.class,
                (item, request) -> new ActionItemVerified(item, request.note(), changes.at(request.occurredAt())));
    }

    @POST
    @Path("{id}/ineffective")
    public Response ineffective(
            @PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Reason.class) byte[] body) {
        return changes.fact(
                id,
                body,
                ActionItemRequests.Reason.class,
                (item, request) ->
                        new ActionItemFoundIneffective(item, request.reason(), changes.at(request.occurredAt())));
    }

    /** By an executive, who accepts the risk. */
    @POST
    @Path("{id}/defer")
    public Response defer(@PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Defer.class) byte[] body) {
        return changes.fact(
                id,
                body,
                ActionItemRequests.Defer.class,
                (item, request) -> new ActionItemDeferred(
                        item, request.risk(), request.until(), changes.at(request.occurredAt())));
    }

    /** Back to where it was, once the day has come that it was deferred to. */
    @POST
    @Path("{id}/resume")
    public Response resume(@PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Note.class) byte[] body) {
        return changes.command(
                id,
                body,
                ActionItemRequests.Note.class,
                (item, request) -> new ResumeActionItem(
                        item.id(),
                        changes.today(),
                        request.note(),
                        changes.at(request.occurredAt()),
                        item.incidents()));
    }

    @POST
    @Path("{id}/drop")
    public Response drop(@PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Reason.class) byte[] body) {
        return changes.fact(
                id,
                body,
                ActionItemRequests.Reason.class,
                (item, request) -> new ActionItemDropped(item, request.reason(), changes.at(request.occurredAt())));
    }
}
