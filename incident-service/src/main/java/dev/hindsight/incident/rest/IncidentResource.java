package dev.hindsight.incident.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.contracts.incident.IncidentEvent.SeverityChanged;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.incident.domain.IncidentCommand.AbsorbIncident;
import dev.hindsight.incident.domain.IncidentCommand.ChangeVisibility;
import dev.hindsight.incident.domain.IncidentCommand.DeclareIncident;
import dev.hindsight.incident.domain.IncidentCommand.MergeIncident;
import dev.hindsight.incident.domain.IncidentCommand.TakeStep;
import dev.hindsight.incident.domain.IncidentTransition;
import dev.hindsight.incident.records.IncidentReferences;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.rest.CommandRequests;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.logkit.AggregateCommands;
import dev.hindsight.logkit.StatedTime;
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
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Commands that begin an incident, and that take it from one state to the next. */
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
public class IncidentResource {

    private final IncidentChanges changes;
    private final AggregateCommands commands;
    private final IncidentReferences references;
    private final Actors actors;
    private final JsonBodies json;
    private final Clock clock;

    IncidentResource(
            IncidentChanges changes,
            AggregateCommands commands,
            IncidentReferences references,
            Actors actors,
            JsonBodies json,
            Clock clock) {
        this.changes = changes;
        this.commands = commands;
        this.references = references;
        this.actors = actors;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @APIResponse(
            responseCode = "201",
            description = "Begun; it is found at Location",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IncidentState.class)))
    public Response declare(
            @RequestBodySchema(IncidentRequests.Declare.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var caller = actors.current();
        var request = json.read(body, IncidentRequests.Declare.class);
        var id = UuidCreator.getTimeOrderedEpoch();
        var occurredAt = declaredAt(request);
        int year = (occurredAt == null ? clock.instant() : occurredAt.earliest())
                .atZone(ZoneOffset.UTC)
                .getYear();
        return commands.begin(
                caller,
                CommandRequests.received(caller, body, headers, uri),
                "/api/incidents/" + id,
                () -> new DeclareIncident(
                        id,
                        references.take(year, id),
                        request.title(),
                        request.summary(),
                        request.mode() == null ? IncidentMode.LIVE : request.mode(),
                        Boolean.TRUE.equals(request.triage()),
                        request.severity(),
                        request.team(),
                        request.visibility() == null ? Visibility.OPEN : request.visibility(),
                        IncidentRequests.orEmpty(request.people()),
                        IncidentRequests.orEmpty(request.teams()),
                        IncidentRequests.orEmpty(request.systems()),
                        IncidentRequests.orEmpty(request.chains()),
                        request.detectionSource(),
                        occurredAt,
                        request.note()),
                () -> changes.state(id));
    }

    @POST
    @Path("{id}/activate")
    public Response activate(@RequestBodySchema(IncidentRequests.Step.class) byte[] body, @PathParam("id") String id) {
        return step(id, body, IncidentTransition.ACTIVATE);
    }

    @POST
    @Path("{id}/decline")
    public Response decline(
            @RequestBodySchema(IncidentRequests.ReasonedStep.class) byte[] body, @PathParam("id") String id) {
        return reasoned(id, body, IncidentTransition.DECLINE);
    }

    @POST
    @Path("{id}/acknowledge")
    public Response acknowledge(
            @RequestBodySchema(IncidentRequests.Step.class) byte[] body, @PathParam("id") String id) {
        return step(id, body, IncidentTransition.ACKNOWLEDGE);
    }

    @POST
    @Path("{id}/mitigate")
    public Response mitigate(@RequestBodySchema(IncidentRequests.Step.class) byte[] body, @PathParam("id") String id) {
        return step(id, body, IncidentTransition.MITIGATE);
    }

    @POST
    @Path("{id}/resolve")
    public Response resolve(@RequestBodySchema(IncidentRequests.Step.class) byte[] body, @PathParam("id") String id) {
        return step(id, body, IncidentTransition.RESOLVE);
    }

    @POST
    @Path("{id}/close")
    public Response close(@RequestBodySchema(IncidentRequests.Step.class) byte[] body, @PathParam("id") String id) {
        return step(id, body, IncidentTransition.CLOSE);
    }

    @POST
    @Path("{id}/reopen")
    public Response reopen(
            @RequestBodySchema(IncidentRequests.ReasonedStep.class) byte[] body, @PathParam("id") String id) {
        return reasoned(id, body, IncidentTransition.REOPEN);
    }

    /** Ends this incident as a part of another one, to which later facts go. */
    @POST
    @Path("{id}/merge")
    public Response merge(@RequestBodySchema(IncidentRequests.Merge.class) byte[] body, @PathParam("id") String id) {
        return changes.commands(id, body, IncidentRequests.Merge.class, (incident, merge) -> {
            var target = changes.other("target", merge.target());
            return List.of(
                    new MergeIncident(incident, target, at(merge.occurredAt()), merge.note()),
                    new AbsorbIncident(target, incident));
        });
    }

    @POST
    @Path("{id}/severity")
    public Response changeSeverity(
            @RequestBodySchema(IncidentRequests.ChangeSeverity.class) byte[] body, @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.ChangeSeverity.class,
                (incident, change) -> new SeverityChanged(incident, change.severity(), change.reason()));
    }

    @POST
    @Path("{id}/details")
    public Response changeDetails(
            @RequestBodySchema(IncidentRequests.ChangeDetails.class) byte[] body, @PathParam("id") String id) {
        return changes.fact(
                id, body, IncidentRequests.ChangeDetails.class, (incident, change) -> change.change(incident));
    }

    @POST
    @Path("{id}/visibility")
    public Response changeVisibility(
            @RequestBodySchema(IncidentRequests.ChangeVisibility.class) byte[] body, @PathParam("id") String id) {
        return changes.command(
                id,
                body,
                IncidentRequests.ChangeVisibility.class,
                (incident, change) -> new ChangeVisibility(
                        incident,
                        change.visibility(),
                        IncidentRequests.orEmpty(change.people()),
                        IncidentRequests.orEmpty(change.teams()),
                        change.reason()));
    }

    /** A record made afterwards need not say when somebody declared it, or whether anybody did. */
    private @Nullable OccurredAt declaredAt(IncidentRequests.Declare request) {
        return request.mode() == IncidentMode.RETROSPECTIVE && request.occurredAt() == null
                ? null
                : at(request.occurredAt());
    }

    private Response step(String id, byte[] body, IncidentTransition transition) {
        return changes.command(
                id,
                body,
                IncidentRequests.Step.class,
                (incident, step) -> new TakeStep(incident, transition, at(step.occurredAt()), step.note()));
    }

    private Response reasoned(String id, byte[] body, IncidentTransition transition) {
        return changes.command(
                id,
                body,
                IncidentRequests.ReasonedStep.class,
                (incident, step) -> new TakeStep(incident, transition, at(step.occurredAt()), step.reason()));
    }

    private OccurredAt at(@Nullable StatedTime stated) {
        return StatedTime.orNow(stated, clock.instant());
    }
}
