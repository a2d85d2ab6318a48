package dev.hindsight.incident.rest;

import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.logkit.HistoryEntry;
import dev.hindsight.logkit.KnownUpTo;
import dev.hindsight.logkit.SingleReads;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Post-mortems to read: by those who may read all of their incidents. */
@Path("/api/postmortems")
@Produces(MediaType.APPLICATION_JSON)
public class PostMortemReads {

    private final PostMortemReaders readers;
    private final KnownUpTo known;
    private final Actors actors;

    PostMortemReads(PostMortemReaders readers, KnownUpTo known, Actors actors) {
        this.readers = readers;
        this.known = known;
        this.actors = actors;
    }

    @GET
    @Path("{id}")
    public RestResponse<PostMortemStatus> one(
            @PathParam("id") String id,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return SingleReads.answer(readers.postMortem(actors.current(), id, known.of(knownAt, atPosition)), ifNoneMatch);
    }

    @GET
    @Path("{id}/events")
    public Page<HistoryEntry> events(
            @PathParam("id") String id,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return HistoryEntry.page(
                readers.postMortem(actors.current(), id, known.of(knownAt, atPosition)), limit, cursor);
    }
}
