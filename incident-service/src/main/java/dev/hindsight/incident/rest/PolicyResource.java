package dev.hindsight.incident.rest;

import dev.hindsight.folds.policy.ActionItemPolicyState;
import dev.hindsight.folds.policy.PostMortemPolicyState;
import dev.hindsight.folds.policy.TeamPolicyState;
import dev.hindsight.incident.domain.PolicyCommand;
import dev.hindsight.incident.domain.PolicyCommand.SetActionItemPolicy;
import dev.hindsight.incident.domain.PolicyCommand.SetPostMortemPolicy;
import dev.hindsight.incident.domain.PolicyCommand.SetTeamPolicy;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.rest.CommandRequests;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.logkit.AggregateCommands;
import dev.hindsight.logkit.PolicyHistories;
import dev.hindsight.logkit.Told;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Sets policies: the whole of one at once, as a command like any other although it is a {@code PUT}. */
@Path("/api/policies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {

    private static final int LONGEST_TEAM = 100;

    private final AggregateCommands commands;
    private final PolicyHistories histories;
    private final Actors actors;
    private final JsonBodies json;

    PolicyResource(AggregateCommands commands, PolicyHistories histories, Actors actors, JsonBodies json) {
        this.commands = commands;
        this.histories = histories;
        this.actors = actors;
        this.json = json;
    }

    @PUT
    @Path("postmortem")
    @APIResponse(
            responseCode = "200",
            description = "The version that it led to",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PostMortemPolicyState.class)))
    public Response setPostMortem(
            @RequestBodySchema(PolicyRequests.SetPostMortemPolicy.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var request = json.read(body, PolicyRequests.SetPostMortemPolicy.class);
        return set(
                new SetPostMortemPolicy(request.policy(), request.reason()),
                () -> histories.postMortems(OptionalLong.empty()),
                body,
                headers,
                uri);
    }

    @PUT
    @Path("action-items")
    @APIResponse(
            responseCode = "200",
            description = "The version that it led to",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ActionItemPolicyState.class)))
    public Response setActionItems(
            @RequestBodySchema(PolicyRequests.SetActionItemPolicy.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var request = json.read(body, PolicyRequests.SetActionItemPolicy.class);
        return set(
                new SetActionItemPolicy(request.policy(), request.reason()),
                () -> histories.actionItems(OptionalLong.empty()),
                body,
                headers,
                uri);
    }

    @PUT
    @Path("teams/{team}")
    @APIResponse(
            responseCode = "200",
            description = "The version that it led to",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TeamPolicyState.class)))
    public Response setTeam(
            @PathParam("team") String team,
            @RequestBodySchema(PolicyRequests.SetTeamPolicy.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var request = json.read(body, PolicyRequests.SetTeamPolicy.class);
        if (team.isBlank() || team.length() > LONGEST_TEAM) {
            throw ProblemException.invalid("team", "must be the name of a team, of at most 100 characters");
        }
        return set(
                new SetTeamPolicy(team, request.policy(), request.reason()),
                () -> histories.team(team, OptionalLong.empty()),
                body,
                headers,
                uri);
    }

    private Response set(
            PolicyCommand command, Supplier<? extends Told<?>> state, byte[] body, HttpHeaders headers, UriInfo uri) {
        var caller = actors.current();
        return commands.change(
                caller,
                CommandRequests.received(caller, HttpMethod.PUT, body, headers, uri),
                headers,
                command,
                state,
                state);
    }
}
