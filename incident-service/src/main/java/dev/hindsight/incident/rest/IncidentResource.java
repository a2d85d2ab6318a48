package dev.hindsight.incident.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.incident.domain.IncidentCommand;
import dev.hindsight.incident.domain.IncidentCommand.AcknowledgeIncident;
import dev.hindsight.incident.domain.IncidentCommand.AddTimelineEntry;
import dev.hindsight.incident.domain.IncidentCommand.ChangeVisibility;
import dev.hindsight.incident.domain.IncidentCommand.CorrectTimelineEntry;
import dev.hindsight.incident.domain.IncidentCommand.DeclareIncident;
import dev.hindsight.incident.domain.IncidentCommand.MitigateIncident;
import dev.hindsight.incident.domain.IncidentCommand.RecordMark;
import dev.hindsight.incident.domain.IncidentCommand.ResolveIncident;
import dev.hindsight.incident.history.IncidentHistories;
import dev.hindsight.incident.records.IncidentReferences;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.rest.CommandRequests;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.logkit.AggregateCommands;
import dev.hindsight.logkit.StatedTime;
import dev.hindsight.logkit.Told;
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
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.jspecify.annotations.Nullable;

/** Commands about incidents. */
@Path("/api/incidents")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class IncidentResource {

    private final AggregateCommands commands;
    private final IncidentReferences references;
    private final Readers readers;
    private final IncidentHistories histories;
    private final Actors actors;
    private final JsonBodies json;
    private final Clock clock;

    IncidentResource(
            AggregateCommands commands,
            IncidentReferences references,
            Readers readers,
            IncidentHistories histories,
            Actors actors,
            JsonBodies json,
            Clock clock) {
        this.commands = commands;
        this.references = references;
        this.readers = readers;
        this.histories = histories;
        this.actors = actors;
        this.json = json;
        this.clock = clock;
    }

    @POST
    public Response declare(
            @RequestBodySchema(IncidentRequests.Declare.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var caller = actors.current();
        var request = json.read(body, IncidentRequests.Declare.class);
        var id = UuidCreator.getTimeOrderedEpoch();
        var occurredAt = StatedTime.orNow(request.occurredAt(), clock.instant());
        int year = occurredAt.earliest().atZone(ZoneOffset.UTC).getYear();
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
                () -> state(id));
    }

    @POST
    @Path("{id}/acknowledge")
    public Response acknowledge(
            @PathParam("id") String id,
            @RequestBodySchema(IncidentRequests.Step.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return step(id, body, headers, uri, AcknowledgeIncident::new);
    }

    @POST
    @Path("{id}/mitigate")
    public Response mitigate(
            @PathParam("id") String id,
            @RequestBodySchema(IncidentRequests.Step.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return step(id, body, headers, uri, MitigateIncident::new);
    }

    @POST
    @Path("{id}/resolve")
    public Response resolve(
            @PathParam("id") String id,
            @RequestBodySchema(IncidentRequests.Step.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return step(id, body, headers, uri, ResolveIncident::new);
    }

    @POST
    @Path("{id}/marks")
    public Response recordMark(
            @PathParam("id") String id,
            @RequestBodySchema(IncidentRequests.RecordMark.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return change(
                id,
                body,
                headers,
                uri,
                IncidentRequests.RecordMark.class,
                (incident, mark) -> new RecordMark(
                        incident,
                        mark.mark(),
                        mark.occurredAt().occurredAt(),
                        mark.episode() == null ? 1 : mark.episode()));
    }

    @POST
    @Path("{id}/timeline")
    public Response addTimelineEntry(
            @PathParam("id") String id,
            @RequestBodySchema(IncidentRequests.Entry.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var entryId = UuidCreator.getTimeOrderedEpoch();
        return change(
                id,
                body,
                headers,
                uri,
                IncidentRequests.Entry.class,
                (incident, entry) -> new AddTimelineEntry(incident, entryId, entry.facts()));
    }

    @POST
    @Path("{id}/timeline/{entry}/corrections")
    public Response correctTimelineEntry(
            @PathParam("id") String id,
            @PathParam("entry") UUID entryId,
            @RequestBodySchema(IncidentRequests.Correction.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return change(
                id,
                body,
                headers,
                uri,
                IncidentRequests.Correction.class,
                (incident, correction) ->
                        new CorrectTimelineEntry(incident, entryId, correction.facts(), correction.reason()));
    }

    @POST
    @Path("{id}/visibility")
    public Response changeVisibility(
            @PathParam("id") String id,
            @RequestBodySchema(IncidentRequests.ChangeVisibility.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return change(
                id,
                body,
                headers,
                uri,
                IncidentRequests.ChangeVisibility.class,
                (incident, change) -> new ChangeVisibility(
                        incident,
                        change.visibility(),
                        IncidentRequests.orEmpty(change.people()),
                        IncidentRequests.orEmpty(change.teams()),
                        change.reason()));
    }

    private Response step(String id, byte[] body, HttpHeaders headers, UriInfo uri, StepCommand command) {
        return change(
                id,
                body,
                headers,
                uri,
                IncidentRequests.Step.class,
                (incident, step) ->
                        command.of(incident, StatedTime.orNow(step.occurredAt(), clock.instant()), step.note()));
    }

    private <T> Response change(
            String idOrReference,
            byte[] body,
            HttpHeaders headers,
            UriInfo uri,
            Class<T> type,
            BiFunction<UUID, T, IncidentCommand> command) {
        var caller = actors.current();
        var id = readers.id(idOrReference);
        var request = json.read(body, type);
        return commands.change(
                caller,
                CommandRequests.received(caller, body, headers, uri),
                headers,
                command.apply(id, request),
                () -> readers.incident(caller, id, OptionalLong.empty()),
                () -> state(id));
    }

    private Told<IncidentState> state(UUID id) {
        return histories.incident(id, OptionalLong.empty()).orElseThrow();
    }

    /** A step in the life of an incident as a command. */
    private interface StepCommand {

        IncidentCommand of(UUID incidentId, OccurredAt occurredAt, @Nullable String note);
    }
}
