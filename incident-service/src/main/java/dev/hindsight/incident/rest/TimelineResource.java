package dev.hindsight.incident.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineDisputeSettled;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryAdded;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryRetracted;
import dev.hindsight.folds.incident.IncidentState;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Commands about the timeline of an incident. */
@Path("/api/incidents")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "200",
        description = "The state that it led to",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = IncidentState.class)))
public class TimelineResource {

    private final IncidentChanges changes;

    TimelineResource(IncidentChanges changes) {
        this.changes = changes;
    }

    @POST
    @Path("{id}/timeline")
    public Response addEntry(@RequestBodySchema(IncidentRequests.Entry.class) byte[] body, @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Entry.class,
                (incident, entry) -> new TimelineEntryAdded(incident, newId(), entry.facts()));
    }

    @POST
    @Path("{id}/timeline/{entry}/corrections")
    public Response correctEntry(
            @PathParam("entry") UUID entry,
            @RequestBodySchema(IncidentRequests.Correction.class) byte[] body,
            @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Correction.class,
                (incident, correction) ->
                        new TimelineEntryCorrected(incident, entry, correction.facts(), correction.reason()));
    }

    @POST
    @Path("{id}/timeline/{entry}/retractions")
    public Response retractEntry(
            @PathParam("entry") UUID entry,
            @RequestBodySchema(IncidentRequests.Retraction.class) byte[] body,
            @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Retraction.class,
                (incident, retraction) -> new TimelineEntryRetracted(incident, entry, retraction.reason()));
    }

    @POST
    @Path("{id}/timeline/{entry}/disputes")
    public Response disputeEntry(
            @PathParam("entry") UUID entry,
            @RequestBodySchema(IncidentRequests.Dispute.class) byte[] body,
            @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Dispute.class,
                (incident, dispute) -> dispute.fact(incident, entry, newId()));
    }

    @POST
    @Path("{id}/timeline/{entry}/disputes/{dispute}/settlements")
    public Response settleDispute(
            @PathParam("entry") UUID entry,
            @PathParam("dispute") UUID dispute,
            @RequestBodySchema(IncidentRequests.Settlement.class) byte[] body,
            @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Settlement.class,
                (incident, settlement) -> new TimelineDisputeSettled(incident, entry, dispute, settlement.outcome()));
    }

    private static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
