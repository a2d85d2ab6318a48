package dev.hindsight.incident.rest;

import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.incident.preparation.Checklist;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.logkit.HistoryEntry;
import dev.hindsight.logkit.KnownUpTo;
import dev.hindsight.logkit.LiveStreams;
import dev.hindsight.logkit.SingleReads;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Post-mortems to read: by those who may read all of their incidents. */
@Path("/api/postmortems")
@Produces(MediaType.APPLICATION_JSON)
public class PostMortemReads {

    private final PostMortemReaders readers;
    private final Preparations preparations;
    private final LiveStreams streams;
    private final KnownUpTo known;
    private final Actors actors;

    PostMortemReads(
            PostMortemReaders readers, Preparations preparations, LiveStreams streams, KnownUpTo known, Actors actors) {
        this.readers = readers;
        this.preparations = preparations;
        this.streams = streams;
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

    /** What is to be ready before the meeting; a gap is a time of more than {@code gapMinutes} without an entry. */
    @GET
    @Path("{id}/checklist")
    public Checklist checklist(@PathParam("id") String id, @QueryParam("gapMinutes") @Nullable String gapMinutes) {
        var gap = gapMinutes == null
                ? Preparations.LONGEST_GAP
                : Duration.ofMinutes(Parameters.number("gapMinutes", gapMinutes));
        return preparations.checklist(
                readers.postMortem(actors.current(), id, OptionalLong.empty()).state(), gap);
    }

    /** What happens to it from now on, or since the event that {@code Last-Event-ID} names: for everyone in the room. */
    @GET
    @Path("{id}/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @APIResponse(
            responseCode = "200",
            description = "Server-sent events: position, type and entry of what happens",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> stream(
            @PathParam("id") String id, @HeaderParam("Last-Event-ID") @Nullable String lastEventId) {
        var caller = actors.current();
        var postMortem = readers.postMortem(caller, id, OptionalLong.empty()).state();
        return streams.of(
                postMortem.postMortemId(), lastEventId, () -> readers.isReadable(caller, postMortem.postMortemId()));
    }
}
