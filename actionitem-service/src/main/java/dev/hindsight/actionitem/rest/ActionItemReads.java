package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.advice.ActionItemAdvice;
import dev.hindsight.folds.actionitem.ActionItemState;
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
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One action item to read, and its history, from its own entries. */
@Path("/api/action-items")
@Produces(MediaType.APPLICATION_JSON)
public class ActionItemReads {

    private final ActionItemReaders readers;
    private final ItemAdvice advice;
    private final KnownUpTo known;
    private final TrackerWait wait;
    private final Actors actors;
    private final MaskedRecurrences masked;

    ActionItemReads(
            ActionItemReaders readers,
            ItemAdvice advice,
            KnownUpTo known,
            TrackerWait wait,
            Actors actors,
            MaskedRecurrences masked) {
        this.readers = readers;
        this.advice = advice;
        this.known = known;
        this.wait = wait;
        this.actors = actors;
        this.masked = masked;
    }

    /** Waits, when asked with {@code Log-Entry}, until what was agreed there is opened. */
    @GET
    @Path("{id}")
    public RestResponse<ActionItemState> one(
            @PathParam("id") String idOrReference,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        var caller = actors.current();
        wait.awaitOpening(logEntry);
        return SingleReads.answer(
                readers.actionItem(caller, readers.id(idOrReference), known.of(knownAt, atPosition)), ifNoneMatch);
    }

    @GET
    @Path("{id}/events")
    public Page<HistoryEntry> events(
            @PathParam("id") String idOrReference,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var caller = actors.current();
        var page = HistoryEntry.page(
                readers.actionItem(caller, readers.id(idOrReference), known.of(knownAt, atPosition)), limit, cursor);
        return new Page<>(
                page.items().stream().map(entry -> masked.in(entry, caller)).toList(), page.nextCursor());
    }

    /** What could be better about it; it hinders nothing. */
    @GET
    @Path("{id}/advice")
    public ActionItemAdvice advice(@PathParam("id") String idOrReference) {
        var caller = actors.current();
        return advice.on(
                caller,
                readers.actionItem(caller, readers.id(idOrReference), OptionalLong.empty())
                        .state());
    }
}
