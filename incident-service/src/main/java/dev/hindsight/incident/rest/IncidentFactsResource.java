package dev.hindsight.incident.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentLinked;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentUnlinked;
import dev.hindsight.contracts.incident.IncidentEvent.MarkCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.RoleAssigned;
import dev.hindsight.contracts.incident.IncidentEvent.RoleReleased;
import dev.hindsight.contracts.incident.IncidentEvent.StatusUpdatePublished;
import dev.hindsight.contracts.incident.IncidentEvent.UnknownAssigned;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.logkit.StatedTime;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Commands that put facts about an incident on record, beside its timeline and evidence. */
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
public class IncidentFactsResource {

    private final IncidentChanges changes;
    private final Clock clock;

    IncidentFactsResource(IncidentChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    @POST
    @Path("{id}/marks")
    public Response recordMark(
            @RequestBodySchema(IncidentRequests.RecordMark.class) byte[] body, @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.RecordMark.class,
                (incident, mark) -> new MarkRecorded(
                        incident,
                        mark.mark(),
                        mark.occurredAt().occurredAt(),
                        mark.episode() == null ? changes.episode(incident) : mark.episode()));
    }

    @POST
    @Path("{id}/marks/{sequence}/corrections")
    public Response correctMark(
            @PathParam("sequence") long sequence,
            @RequestBodySchema(IncidentRequests.MarkCorrection.class) byte[] body,
            @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.MarkCorrection.class,
                (incident, correction) -> new MarkCorrected(
                        incident, sequence, correction.occurredAt().occurredAt(), correction.reason()));
    }

    @POST
    @Path("{id}/marks/{sequence}/retractions")
    public Response retractMark(
            @PathParam("sequence") long sequence,
            @RequestBodySchema(IncidentRequests.Retraction.class) byte[] body,
            @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Retraction.class,
                (incident, retraction) -> new MarkRetracted(incident, sequence, retraction.reason()));
    }

    @POST
    @Path("{id}/impacts")
    public Response recordImpact(
            @RequestBodySchema(IncidentRequests.Impact.class) byte[] body, @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Impact.class,
                (incident, impact) -> new ImpactRecorded(incident, newId(), impact.facts()));
    }

    @POST
    @Path("{id}/impacts/{impact}/corrections")
    public Response correctImpact(
            @PathParam("impact") UUID impact,
            @RequestBodySchema(IncidentRequests.ImpactCorrection.class) byte[] body,
            @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.ImpactCorrection.class,
                (incident, correction) ->
                        new ImpactCorrected(incident, impact, correction.facts(), correction.reason()));
    }

    @POST
    @Path("{id}/impacts/{impact}/retractions")
    public Response retractImpact(
            @PathParam("impact") UUID impact,
            @RequestBodySchema(IncidentRequests.Retraction.class) byte[] body,
            @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Retraction.class,
                (incident, retraction) -> new ImpactRetracted(incident, impact, retraction.reason()));
    }

    @POST
    @Path("{id}/roles")
    public Response assignRole(
            @RequestBodySchema(IncidentRequests.Role.class) byte[] body, @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Role.class,
                (incident, role) -> new RoleAssigned(incident, role.role(), role.person(), at(role.occurredAt())));
    }

    @POST
    @Path("{id}/roles/release")
    public Response releaseRole(
            @RequestBodySchema(IncidentRequests.Role.class) byte[] body, @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Role.class,
                (incident, role) -> new RoleReleased(incident, role.role(), role.person(), at(role.occurredAt())));
    }

    @POST
    @Path("{id}/links")
    public Response link(@RequestBodySchema(IncidentRequests.Link.class) byte[] body, @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Link.class,
                (incident, link) -> new IncidentLinked(
                        incident, link.relation(), changes.other("target", link.target()), link.note()));
    }

    @POST
    @Path("{id}/links/retractions")
    public Response unlink(@RequestBodySchema(IncidentRequests.Unlink.class) byte[] body, @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Unlink.class,
                (incident, link) -> new IncidentUnlinked(
                        incident, link.relation(), changes.other("target", link.target()), link.reason()));
    }

    @POST
    @Path("{id}/register")
    public Response register(
            @RequestBodySchema(IncidentRequests.RegisterEntry.class) byte[] body, @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.RegisterEntry.class,
                (incident, entry) -> entry.fact(incident, newId(), clock.instant()));
    }

    @POST
    @Path("{id}/register/{unknown}/assign")
    public Response assignUnknown(
            @PathParam("unknown") UUID unknown,
            @RequestBodySchema(IncidentRequests.Assignment.class) byte[] body,
            @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Assignment.class,
                (incident, assignment) -> new UnknownAssigned(incident, unknown, assignment.investigator()));
    }

    @POST
    @Path("{id}/status-updates")
    public Response publishStatusUpdate(
            @RequestBodySchema(IncidentRequests.Update.class) byte[] body, @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Update.class,
                (incident, update) -> new StatusUpdatePublished(
                        incident,
                        newId(),
                        update.audience(),
                        update.text(),
                        update.nextDue() == null
                                ? null
                                : update.nextDue().toInstant().truncatedTo(ChronoUnit.MICROS),
                        at(update.occurredAt())));
    }

    private OccurredAt at(@Nullable StatedTime stated) {
        return StatedTime.orNow(stated, clock.instant());
    }

    private static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
