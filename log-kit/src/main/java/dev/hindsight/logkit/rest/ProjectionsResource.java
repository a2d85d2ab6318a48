package dev.hindsight.logkit.rest;

import dev.hindsight.kit.command.Answer;
import dev.hindsight.kit.command.Commands;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.CommandRequests;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.ProjectionState;
import dev.hindsight.logkit.LogProblem;
import dev.hindsight.rights.Rights;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The projections of this service: how far they are, and their rebuilds. Any replica may be asked. */
@Path("/api/operations/{service}/projections")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProjectionsResource {

    /** All projections of a service, by name. */
    public record Projections(List<ProjectionState> items) {}

    /** Nothing is to be said but what the path says. */
    record Nothing() {}

    private final EventLog log;
    private final Commands commands;
    private final Actors actors;
    private final JsonBodies json;
    private final String itself;

    ProjectionsResource(
            EventLog log,
            Commands commands,
            Actors actors,
            JsonBodies json,
            @ConfigProperty(name = "quarkus.application.name") String itself) {
        this.log = log;
        this.commands = commands;
        this.actors = actors;
        this.json = json;
        this.itself = itself;
    }

    @GET
    public Projections all(@PathParam("service") String service) {
        requireItself(Rights.maySeeOperations(actors.current()), service);
        return new Projections(log.projections());
    }

    @GET
    @Path("{name}")
    public ProjectionState one(@PathParam("service") String service, @PathParam("name") String name) {
        requireItself(Rights.maySeeOperations(actors.current()), service);
        return state(name);
    }

    @POST
    @Path("{name}/rebuild")
    @APIResponse(
            responseCode = "202",
            description = "The projection as it stands now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProjectionState.class)))
    public Response rebuild(
            @PathParam("service") String service,
            @PathParam("name") String name,
            byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return operate(service, name, body, headers, uri, caller -> {
            if (!log.rebuild(name, caller.subject())) {
                throw new ProblemException(LogProblem.REBUILD_RUNNING, null);
            }
            return state(name);
        });
    }

    @POST
    @Path("{name}/cancel")
    @APIResponse(
            responseCode = "202",
            description = "The projection as it stands now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProjectionState.class)))
    public Response cancel(
            @PathParam("service") String service,
            @PathParam("name") String name,
            byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return operate(service, name, body, headers, uri, _ -> {
            if (!log.cancelRebuild(name)) {
                throw new ProblemException(LogProblem.NO_REBUILD_RUNNING, null);
            }
            return state(name);
        });
    }

    private Response operate(
            String service,
            String name,
            byte[] body,
            HttpHeaders headers,
            UriInfo uri,
            Function<Actor, ProjectionState> work) {
        var caller = actors.current();
        requireItself(Rights.mayOperate(caller), service);
        if (body.length > 0) {
            json.read(body, Nothing.class);
        }
        state(name);
        var answer = commands.execute(
                CommandRequests.received(caller, body, headers, uri),
                () -> new Answer(
                        202,
                        Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON),
                        json.write(work.apply(caller))));
        var response = Response.status(answer.status()).entity(answer.body());
        answer.headers().forEach(response::header);
        return response.build();
    }

    private void requireItself(boolean allowed, String service) {
        if (!allowed) {
            throw new ProblemException(StandardProblem.FORBIDDEN, null);
        }
        if (!service.equals(itself)) {
            throw new ProblemException(StandardProblem.NOT_FOUND, "Here answers %s.".formatted(itself));
        }
    }

    private ProjectionState state(String name) {
        return log.projection(name)
                .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND, "There is no such projection."));
    }
}
