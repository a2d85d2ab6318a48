package dev.hindsight.incident.rest;

import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.incident.overview.IncidentOverview;
import dev.hindsight.incident.overview.IncidentOverviewProjection;
import dev.hindsight.incident.overview.IncidentOverviews;
import dev.hindsight.incident.overview.IncidentOverviews.After;
import dev.hindsight.incident.overview.IncidentOverviews.Filter;
import dev.hindsight.kit.identity.Actors;
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
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Incidents to read: the list from its projection, one incident and its history from its own entries. */
@Path("/api/incidents")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentReads {

    private final IncidentOverviews overviews;
    private final Readers readers;
    private final KnownUpTo known;
    private final ReadYourWrites writes;
    private final LiveStreams streams;
    private final Actors actors;

    IncidentReads(
            IncidentOverviews overviews,
            Readers readers,
            KnownUpTo known,
            ReadYourWrites writes,
            LiveStreams streams,
            Actors actors) {
        this.overviews = overviews;
        this.readers = readers;
        this.known = known;
        this.writes = writes;
        this.streams = streams;
        this.actors = actors;
    }

    @GET
    public RestResponse<Page<IncidentOverview>> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("team") @Nullable String team,
            @QueryParam("system") @Nullable String system,
            @QueryParam("chain") @Nullable String chain,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("q") @Nullable String text,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        var caller = actors.current();
        int rows = Limits.parse(limit);
        var filter = new Filter(
                Parameters.constant(IncidentStatus.class, "status", status),
                Parameters.constant(Severity.class, "severity", severity),
                Parameters.constant(IncidentMode.class, "mode", mode),
                team,
                system,
                chain,
                Parameters.time("from", from),
                Parameters.time("to", to),
                Parameters.text(text));
        var after = Cursor.parse(cursor, 2).map(IncidentReads::after).orElse(null);
        boolean stale = writes.isStale(IncidentOverviewProjection.NAME, logEntry);
        var found = overviews.find(Rights.readScope(caller), filter, after, rows + 1);
        return ReadYourWrites.answer(Page.of(found, rows, IncidentReads::cursor), stale);
    }

    @GET
    @Path("{id}")
    public RestResponse<IncidentState> one(
            @PathParam("id") String idOrReference,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var told = readers.incident(actors.current(), readers.id(idOrReference), known.of(knownAt, atPosition));
        return SingleReads.answer(told, ifNoneMatch);
    }

    @GET
    @Path("{id}/events")
    public Page<HistoryEntry> events(
            @PathParam("id") String idOrReference,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var told = readers.incident(actors.current(), readers.id(idOrReference), known.of(knownAt, atPosition));
        return HistoryEntry.page(told, limit, cursor);
    }

    /** What happens to it from now on, or since the event that {@code Last-Event-ID} names. */
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
            @PathParam("id") String idOrReference, @HeaderParam("Last-Event-ID") @Nullable String lastEventId) {
        var caller = actors.current();
        var id = readers.id(idOrReference);
        readers.incident(caller, id, OptionalLong.empty());
        return streams.of(id, lastEventId, () -> readers.isReadable(caller, id));
    }

    private static Cursor cursor(IncidentOverview last) {
        return Cursor.of(last.startedAt().toString(), last.incidentId().toString());
    }

    private static After after(Cursor cursor) {
        return new After(
                Parameters.instant("cursor", cursor.values().getFirst()),
                Parameters.id("cursor", cursor.values().getLast()));
    }
}
