package dev.hindsight.incident.rest;

import dev.hindsight.contracts.incident.TimelineKind;
import dev.hindsight.folds.incident.TimelineEntry;
import dev.hindsight.incident.timeline.TimelineSelection;
import dev.hindsight.incident.timeline.TimelineSelection.After;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.rest.Cursor;
import dev.hindsight.kit.rest.Limits;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.logkit.KnownUpTo;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The timeline of one incident, page by page, from its own entries. */
@Path("/api/incidents/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineReads {

    private final Readers readers;
    private final KnownUpTo known;
    private final Actors actors;

    TimelineReads(Readers readers, KnownUpTo known, Actors actors) {
        this.readers = readers;
        this.known = known;
        this.actors = actors;
    }

    /** In the order in which things happened; what is retracted is left out unless asked for. */
    @GET
    public Page<TimelineEntry> list(
            @PathParam("id") String idOrReference,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("source") @Nullable String source,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("disputed") @Nullable String disputed,
            @QueryParam("retracted") @Nullable String retracted,
            @QueryParam("q") @Nullable String text,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int rows = Limits.parse(limit);
        var selection = new TimelineSelection(
                Parameters.constant(TimelineKind.class, "kind", kind),
                Parameters.text(source),
                Parameters.time("from", from),
                Parameters.time("to", to),
                Parameters.flag("disputed", disputed),
                Parameters.flag("retracted", retracted),
                Parameters.text(text));
        var after = Cursor.parse(cursor, 2).map(TimelineReads::after).orElse(null);
        var told = readers.incident(actors.current(), readers.id(idOrReference), known.of(knownAt, atPosition));
        return Page.of(selection.of(told.state().timeline(), after, rows + 1), rows, TimelineReads::cursor);
    }

    private static Cursor cursor(TimelineEntry last) {
        return Cursor.of(last.occurredAt().earliest().toString(), Long.toString(last.sequence()));
    }

    private static After after(Cursor cursor) {
        return new After(
                Parameters.instant("cursor", cursor.values().getFirst()),
                Parameters.number("cursor", cursor.values().getLast()));
    }
}
