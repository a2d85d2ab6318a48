package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.access.IncidentNames;
import dev.hindsight.actionitem.advice.ActionItemAdvice;
import dev.hindsight.actionitem.overview.ActionItemCounts;
import dev.hindsight.actionitem.overview.ActionItemOverview;
import dev.hindsight.actionitem.overview.ActionItemOverviews;
import dev.hindsight.actionitem.overview.ActionItemOverviews.After;
import dev.hindsight.folds.actionitem.ActionItemState;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.rest.Cursor;
import dev.hindsight.kit.rest.Limits;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.logkit.HistoryEntry;
import dev.hindsight.logkit.KnownUpTo;
import dev.hindsight.logkit.ReadYourWrites;
import dev.hindsight.logkit.SingleReads;
import dev.hindsight.rights.Rights;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Action items to read: the list from its projection, one item and its history from its own entries. */
@Path("/api/action-items")
@Produces(MediaType.APPLICATION_JSON)
public class ActionItemReads {

    private final ActionItemOverviews overviews;
    private final IncidentNames incidents;
    private final ActionItemReaders readers;
    private final ItemAdvice advice;
    private final KnownUpTo known;
    private final TrackerWait wait;
    private final Actors actors;
    private final Clock clock;

    ActionItemReads(
            ActionItemOverviews overviews,
            IncidentNames incidents,
            ActionItemReaders readers,
            ItemAdvice advice,
            KnownUpTo known,
            TrackerWait wait,
            Actors actors,
            Clock clock) {
        this.overviews = overviews;
        this.incidents = incidents;
        this.readers = readers;
        this.advice = advice;
        this.known = known;
        this.wait = wait;
        this.actors = actors;
        this.clock = clock;
    }

    @GET
    public RestResponse<Page<ActionItemOverview>> list(
            @BeanParam ActionItemFilter filter,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        var caller = actors.current();
        int rows = Limits.parse(limit);
        filter.check();
        var after = Cursor.parse(cursor, 2).map(ActionItemReads::after).orElse(null);
        boolean stale = wait.isStale(logEntry);
        var found = filter.asked(incidents)
                .map(asked -> overviews.find(Rights.readScope(caller), asked, today(), after, rows + 1))
                .orElse(List.of());
        return ReadYourWrites.answer(Page.of(found, rows, ActionItemReads::cursor), stale);
    }

    /** How many there are of what the list with the same filter shows. */
    @GET
    @Path("counts")
    public RestResponse<ActionItemCounts> counts(
            @BeanParam ActionItemFilter filter, @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        var caller = actors.current();
        filter.check();
        boolean stale = wait.isStale(logEntry);
        var counted = filter.asked(incidents)
                .map(asked -> overviews.count(Rights.readScope(caller), asked, today()))
                .orElse(ActionItemCounts.NONE);
        return ReadYourWrites.answer(counted, stale);
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
        return HistoryEntry.page(
                readers.actionItem(actors.current(), readers.id(idOrReference), known.of(knownAt, atPosition)),
                limit,
                cursor);
    }

    /** What could be better about it; it hinders nothing. */
    @GET
    @Path("{id}/advice")
    public ActionItemAdvice advice(@PathParam("id") String idOrReference) {
        return advice.on(readers.actionItem(actors.current(), readers.id(idOrReference), OptionalLong.empty())
                .state());
    }

    private static Cursor cursor(ActionItemOverview last) {
        return Cursor.of(last.openedAt().toString(), last.actionItemId().toString());
    }

    private static After after(Cursor cursor) {
        return new After(
                Parameters.instant("cursor", cursor.values().getFirst()),
                Parameters.id("cursor", cursor.values().getLast()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
