package dev.hindsight.incident.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.incident.domain.PostMortemCommand.AgreeActionItem;
import dev.hindsight.incident.domain.PostMortemCommand.CreatePostMortem;
import dev.hindsight.incident.domain.PostMortemRule;
import dev.hindsight.incident.history.IncidentHistories;
import dev.hindsight.incident.records.IncidentReferences;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.rest.CommandRequests;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.logkit.AggregateCommands;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.logkit.Told;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Commands about post-mortems. */
@Path("/api/postmortems")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "200",
        description = "The state that it led to",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PostMortemStatus.class)))
public class PostMortemResource {

    private final AggregateCommands commands;
    private final IncidentReferences references;
    private final IncidentAccess access;
    private final IncidentHistories histories;
    private final PostMortemReaders readers;
    private final Actors actors;
    private final JsonBodies json;

    PostMortemResource(
            AggregateCommands commands,
            IncidentReferences references,
            IncidentAccess access,
            IncidentHistories histories,
            PostMortemReaders readers,
            Actors actors,
            JsonBodies json) {
        this.commands = commands;
        this.references = references;
        this.access = access;
        this.histories = histories;
        this.readers = readers;
        this.actors = actors;
        this.json = json;
    }

    @POST
    @APIResponse(
            responseCode = "201",
            description = "Begun; it is found at Location",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PostMortemStatus.class)))
    public Response create(
            @RequestBodySchema(PostMortemRequests.Create.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var caller = actors.current();
        var request = json.read(body, PostMortemRequests.Create.class);
        var id = UuidCreator.getTimeOrderedEpoch();
        return commands.begin(
                caller,
                CommandRequests.received(caller, body, headers, uri),
                "/api/postmortems/" + id,
                () -> {
                    var incidentIds = incidents(request.incidentIds());
                    return new CreatePostMortem(
                            id,
                            incidentIds,
                            accesses(incidentIds),
                            Optional.ofNullable(request.owner()).orElse(caller.subject()),
                            Optional.ofNullable(request.facilitator()).orElse(caller.subject()));
                },
                () -> state(id));
    }

    /** The item itself is opened by whoever follows it up, under the id chosen here. */
    @POST
    @Path("{id}/action-items")
    public Response agreeActionItem(
            @PathParam("id") String id,
            @RequestBodySchema(PostMortemRequests.AgreeActionItem.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var caller = actors.current();
        var request = json.read(body, PostMortemRequests.AgreeActionItem.class);
        var postMortem = visible(caller, id);
        var postMortemId = postMortem.postMortemId();
        return commands.change(
                caller,
                CommandRequests.received(caller, body, headers, uri),
                headers,
                new AgreeActionItem(
                        postMortemId,
                        UuidCreator.getTimeOrderedEpoch(),
                        request.title(),
                        request.owner(),
                        request.due(),
                        accesses(postMortem.incidentIds())),
                () -> readers.postMortem(caller, id, OptionalLong.empty()),
                () -> state(postMortemId));
    }

    private PostMortemStatus visible(Actor caller, String id) {
        return readers.postMortem(caller, id, OptionalLong.empty()).state();
    }

    private List<UUID> incidents(List<String> idsOrReferences) {
        return idsOrReferences.stream()
                .map(text -> references.find(text).orElseThrow(PostMortemResource::unknown))
                .distinct()
                .toList();
    }

    private List<Access> accesses(List<UUID> incidentIds) {
        return incidentIds.stream()
                .map(incident -> access.of(incident).orElseThrow(PostMortemResource::unknown))
                .toList();
    }

    private Told<PostMortemStatus> state(UUID id) {
        return histories.postMortem(id, OptionalLong.empty()).orElseThrow();
    }

    private static ProblemException unknown() {
        return new ProblemException(PostMortemRule.UNKNOWN_INCIDENT, null);
    }
}
