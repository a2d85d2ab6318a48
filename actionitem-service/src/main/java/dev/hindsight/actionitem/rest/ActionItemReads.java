package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.access.IncidentNames;
import dev.hindsight.actionitem.overview.ActionItemOverview;
import dev.hindsight.actionitem.overview.ActionItemOverviews;
import dev.hindsight.actionitem.overview.ActionItemOverviews.After;
import dev.hindsight.actionitem.overview.ActionItemOverviews.Filter;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.folds.actionitem.ActionItemState;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.rest.Cursor;
import dev.hindsight.kit.rest.Limits;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.logkit.HistoryEntry;
import dev.hindsight.logkit.KnownUpTo;
import dev.hindsight.logkit.ReadYourWrites;
import dev.hindsight.logkit.SingleReads;
import dev.hindsight.rights.Rights;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Action items to read: the list from its projection, one item and its history from its own entries. */
@Path("/api/action-items")
@Produces(MediaType.APPLICATION_JSON)
public class ActionItemReads {

    private final ActionItemOverviews overviews;
    private final IncidentNames incidents;
    private final ActionItemReaders readers;
    private final KnownUpTo known;
    private final TrackerWait wait;
    private final Actors actors;
    private final Clock clock;

    ActionItemReads(
            ActionItemOverviews overviews,
            IncidentNames incidents,
            ActionItemReaders readers,
            KnownUpTo known,
            TrackerWait wait,
            Actors actors,
            Clock clock) {
        this.overviews = overviews;
        this.incidents = incidents;
        this.readers = readers;
        this.known = known;
        this.wait = wait;
        this.actors = actors;
        this.clock = clock;
    }

    @GET
    public RestResponse<Page<ActionItemOverview>> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("team") @Nullable String team,
            @QueryParam("incident") @Nullable String incident,
            @QueryParam("dueBefore") @Nullable String dueBefore,
            @QueryParam("q") @Nullable String text,
            @QueryParam("overdue") @Nullable String overdue,
            @QueryParam("unowned") @Nullable String unowned,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        var caller = actors.current();
        int rows = Limits.parse(limit);
        var status = Parameters.constant(ActionItemStatus.class, "state", state);
        var before = date("dueBefore", dueBefore);
        var isOverdue = Parameters.flag("overdue", overdue);
        var isUnowned = Parameters.flag("unowned", unowned);
        var after = Cursor.parse(cursor, 2).map(ActionItemReads::after).orElse(null);
        boolean stale = wait.isStale(logEntry);
        var about = Optional.ofNullable(Parameters.text(incident)).map(incidents::find);
        if (about.isPresent() && about.get().isEmpty()) {
            return ReadYourWrites.answer(new Page<ActionItemOverview>(List.of(), null), stale);
        }
        var filter = new Filter(
                status,
                Parameters.text(owner),
                Parameters.text(team),
                about.flatMap(found -> found).orElse(null),
                before,
                Parameters.text(text),
                isOverdue,
                isUnowned);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var found = overviews.find(Rights.readScope(caller), filter, today, after, rows + 1);
        return ReadYourWrites.answer(Page.of(found, rows, ActionItemReads::cursor), stale);
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

    private static Cursor cursor(ActionItemOverview last) {
        return Cursor.of(last.openedAt().toString(), last.actionItemId().toString());
    }

    private static After after(Cursor cursor) {
        return new After(
                Parameters.instant("cursor", cursor.values().getFirst()),
                Parameters.id("cursor", cursor.values().getLast()));
    }

    private static @Nullable LocalDate date(String name, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(name, "must be a date such as 2026-05-01");
        }
    }
}
