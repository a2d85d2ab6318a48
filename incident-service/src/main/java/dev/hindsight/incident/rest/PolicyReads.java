package dev.hindsight.incident.rest;

import dev.hindsight.folds.policy.ActionItemPolicyState;
import dev.hindsight.folds.policy.PostMortemPolicyState;
import dev.hindsight.folds.policy.TeamPolicyState;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.logkit.HistoryEntry;
import dev.hindsight.logkit.KnownUpTo;
import dev.hindsight.logkit.PolicyHistories;
import dev.hindsight.logkit.SingleReads;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The policies to read, each in any of its versions. */
@Path("/api/policies")
@Produces(MediaType.APPLICATION_JSON)
public class PolicyReads {

    private final PolicyHistories histories;
    private final KnownUpTo known;
    private final Actors actors;

    PolicyReads(PolicyHistories histories, KnownUpTo known, Actors actors) {
        this.histories = histories;
        this.known = known;
        this.actors = actors;
    }

    @GET
    @Path("postmortem")
    public RestResponse<PostMortemPolicyState> postMortem(
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return SingleReads.answer(histories.postMortems(upTo(knownAt, atPosition)), ifNoneMatch);
    }

    @GET
    @Path("postmortem/events")
    public Page<HistoryEntry> postMortemEvents(
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return HistoryEntry.page(histories.postMortems(upTo(knownAt, atPosition)), limit, cursor);
    }

    @GET
    @Path("action-items")
    public RestResponse<ActionItemPolicyState> actionItems(
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return SingleReads.answer(histories.actionItems(upTo(knownAt, atPosition)), ifNoneMatch);
    }

    @GET
    @Path("action-items/events")
    public Page<HistoryEntry> actionItemEvents(
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return HistoryEntry.page(histories.actionItems(upTo(knownAt, atPosition)), limit, cursor);
    }

    /** What holds for a team, also if nobody has set anything for it. */
    @GET
    @Path("teams/{team}")
    public RestResponse<TeamPolicyState> team(
            @PathParam("team") String team,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return SingleReads.answer(histories.team(team, upTo(knownAt, atPosition)), ifNoneMatch);
    }

    @GET
    @Path("teams/{team}/events")
    public Page<HistoryEntry> teamEvents(
            @PathParam("team") String team,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return HistoryEntry.page(histories.team(team, upTo(knownAt, atPosition)), limit, cursor);
    }

    private OptionalLong upTo(@Nullable String knownAt, @Nullable String atPosition) {
        TermReaders.requireReader(actors.current());
        return known.of(knownAt, atPosition);
    }
}
