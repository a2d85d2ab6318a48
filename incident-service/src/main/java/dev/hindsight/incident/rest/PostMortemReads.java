package dev.hindsight.incident.rest;

import dev.hindsight.contracts.postmortem.PostMortemState;
import dev.hindsight.folds.policy.Deadline;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.incident.postmortems.PostMortemOverviewProjection;
import dev.hindsight.incident.postmortems.PostMortemOverviews;
import dev.hindsight.incident.postmortems.PostMortemOverviews.After;
import dev.hindsight.incident.postmortems.PostMortemOverviews.Filter;
import dev.hindsight.incident.postmortems.PostMortemOverviews.Shared;
import dev.hindsight.incident.preparation.Checklist;
import dev.hindsight.incident.records.IncidentReferences;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.rest.Cursor;
import dev.hindsight.kit.rest.Limits;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.logkit.HistoryEntry;
import dev.hindsight.logkit.KnownUpTo;
import dev.hindsight.logkit.LiveStreams;
import dev.hindsight.logkit.ReadYourWrites;
import dev.hindsight.logkit.SingleReads;
import dev.hindsight.rights.Rights;
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
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Post-mortems to read: by those who may read all of their incidents. */
@Path("/api/postmortems")
@Produces(MediaType.APPLICATION_JSON)
public class PostMortemReads {

    private static final int SHARED = 200;
    private static final int MOST_MINUTES = 525_600; // a year

    /** Of what does not exist, and of what may not be seen, there is no post-mortem. */
    private static final UUID NO_INCIDENT = new UUID(0, 0);

    private final PostMortemOverviews overviews;
    private final PostMortemList list;
    private final PostMortemReaders readers;
    private final IncidentReferences references;
    private final ReadYourWrites writes;
    private final Preparations preparations;
    private final PolicyClocks policies;
    private final LiveStreams streams;
    private final KnownUpTo known;
    private final Actors actors;

    PostMortemReads(
            PostMortemOverviews overviews,
            PostMortemList list,
            PostMortemReaders readers,
            IncidentReferences references,
            ReadYourWrites writes,
            Preparations preparations,
            PolicyClocks policies,
            LiveStreams streams,
            KnownUpTo known,
            Actors actors) {
        this.overviews = overviews;
        this.list = list;
        this.readers = readers;
        this.references = references;
        this.writes = writes;
        this.preparations = preparations;
        this.policies = policies;
        this.streams = streams;
        this.known = known;
        this.actors = actors;
    }

    /** Newest first. */
    @GET
    public RestResponse<Page<ListedPostMortem>> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("team") @Nullable String team,
            @QueryParam("incident") @Nullable String incident,
            @QueryParam("due") @Nullable String due,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        int rows = Limits.parse(limit);
        var filter = new Filter(
                Parameters.constant(PostMortemState.class, "state", state),
                Parameters.text(team),
                incident == null ? null : references.find(incident).orElse(NO_INCIDENT));
        var after = Cursor.parse(cursor, 2).map(PostMortemReads::after).orElse(null);
        boolean stale = writes.isStale(PostMortemOverviewProjection.NAME, logEntry);
        var found = list.find(
                Rights.readScope(actors.current()),
                filter,
                Parameters.constant(Deadline.Status.class, "due", due),
                after,
                rows + 1);
        return ReadYourWrites.answer(Page.of(found, rows, PostMortemReads::cursor), stale);
    }

    /** The factors of other post-mortems that are among those of this one too. */
    @GET
    @Path("{id}/same-factors")
    public List<Shared> sameFactors(@PathParam("id") String id) {
        var caller = actors.current();
        var postMortem = readers.postMortem(caller, id, OptionalLong.empty()).state();
        return overviews.sharing(Rights.readScope(caller), postMortem.postMortemId(), SHARED);
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

    /** By when the meeting and the review before it are due, by the policy in force, and whether they came in time. */
    @GET
    @Path("{id}/due-dates")
    public PolicyClocks.DueDates dueDates(@PathParam("id") String id) {
        return policies.dueDates(
                readers.postMortem(actors.current(), id, OptionalLong.empty()).state());
    }

    /** What is to be ready before the meeting; a gap is a time of more than {@code gapMinutes} without an entry. */
    @GET
    @Path("{id}/checklist")
    public Checklist checklist(@PathParam("id") String id, @QueryParam("gapMinutes") @Nullable String gapMinutes) {
        var gap = gapMinutes == null ? Preparations.LONGEST_GAP : Duration.ofMinutes(minutes(gapMinutes));
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

    private static long minutes(String text) {
        long minutes = Parameters.number("gapMinutes", text);
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw ProblemException.invalid("gapMinutes", "must be a number from 1 to " + MOST_MINUTES);
        }
        return minutes;
    }

    private static Cursor cursor(ListedPostMortem last) {
        return Cursor.of(last.begunAt().toString(), last.postMortemId().toString());
    }

    private static After after(Cursor cursor) {
        return new After(
                Parameters.instant("cursor", cursor.values().getFirst()),
                Parameters.id("cursor", cursor.values().getLast()));
    }
}
