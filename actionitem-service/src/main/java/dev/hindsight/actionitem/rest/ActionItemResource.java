package dev.hindsight.actionitem.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.actionitem.domain.ActionItemCommand.ProposeActionItem;
import dev.hindsight.actionitem.opening.ActionItemReferences;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCommented;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemLinked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemReassigned;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRescheduled;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemSuggestionDismissed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemTransferred;
import dev.hindsight.folds.actionitem.ActionItemState;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.rest.Parameters;
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

/** Begins action items outside a meeting, and takes what is said of them: who, by when, and what else. */
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

    private final ActionItemChanges changes;
    private final ActionItemReferences references;
    private final ItemSubjects subjects;
    private final Actors actors;

    ActionItemResource(
            ActionItemChanges changes, ActionItemReferences references, ItemSubjects subjects, Actors actors) {
        this.changes = changes;
        this.references = references;
        this.subjects = subjects;
        this.actors = actors;
    }

    /** Proposed; accepted at once where it says who does it by when. */
    @POST
    @APIResponse(
            responseCode = "201",
            description = "Begun; it is found at Location",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ActionItemState.class)))
    public Response propose(@RequestBodySchema(ActionItemRequests.Propose.class) byte[] body) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return changes.begin(body, ActionItemRequests.Propose.class, id, request -> {
            var incidents = subjects.incidents(request.incidentIds());
            var accesses = subjects.accesses(incidents);
            var details = request.details();
            subjects.requireFactors(actors.current(), details.factors());
            return new ProposeActionItem(
                    id,
                    references.take(changes.today().getYear(), id),
                    request.title(),
                    incidents,
                    request.team(),
                    request.owner(),
                    request.due(),
                    details.sayNothing() ? null : details.of(id),
                    changes.now(),
                    accesses);
        });
    }

    @POST
    @Path("{id}/reassign")
    public Response reassign(
            @PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Reassign.class) byte[] body) {
        return changes.fact(
                id,
                body,
                ActionItemRequests.Reassign.class,
                (item, request) -> new ActionItemReassigned(item, request.owner(), request.reason()));
    }

    @POST
    @Path("{id}/reschedule")
    public Response reschedule(
            @PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Reschedule.class) byte[] body) {
        return changes.fact(
                id,
                body,
                ActionItemRequests.Reschedule.class,
                (item, request) -> new ActionItemRescheduled(item, request.due(), request.reason(), changes.now()));
    }

    /** To another team, which follows it up from then on. */
    @POST
    @Path("{id}/transfer")
    public Response transfer(
            @PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Transfer.class) byte[] body) {
        return changes.fact(
                id,
                body,
                ActionItemRequests.Transfer.class,
                (item, request) -> new ActionItemTransferred(item, request.team(), request.reason()));
    }

    @POST
    @Path("{id}/comment")
    public Response comment(
            @PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Comment.class) byte[] body) {
        return changes.fact(
                id,
                body,
                ActionItemRequests.Comment.class,
                (item, request) -> new ActionItemCommented(item, UuidCreator.getTimeOrderedEpoch(), request.text()));
    }

    @POST
    @Path("{id}/link")
    public Response link(@PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Link.class) byte[] body) {
        return changes.fact(
                id,
                body,
                ActionItemRequests.Link.class,
                (item, request) -> new ActionItemLinked(item, request.url(), request.label()));
    }

    /** A step that a change elsewhere suggests is not taken; to take it is a command of its own. */
    @POST
    @Path("{id}/suggestions/{suggestion}/dismiss")
    public Response dismiss(
            @PathParam("id") String id,
            @PathParam("suggestion") String suggestion,
            @RequestBodySchema(ActionItemRequests.Dismiss.class) byte[] body) {
        return changes.fact(
                id,
                body,
                ActionItemRequests.Dismiss.class,
                (item, request) -> new ActionItemSuggestionDismissed(
                        item, Parameters.id("suggestion", suggestion), request.reason()));
    }

    /** What is not named stays as it was. */
    @POST
    @Path("{id}/details")
    public Response describe(
            @PathParam("id") String id, @RequestBodySchema(ActionItemRequests.Details.class) byte[] body) {
        return changes.fact(id, body, ActionItemRequests.Details.class, (item, request) -> {
            if (request.sayNothing()) {
                throw ProblemException.invalid("body", "must say at least one thing");
            }
            subjects.requireFactors(actors.current(), request.factors());
            return request.of(item);
        });
    }
}
