package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.overview.ActionItemCounts;
import dev.hindsight.actionitem.overview.ActionItemOverview;
import dev.hindsight.actionitem.overview.ActionItemOverviews;
import dev.hindsight.actionitem.overview.OverviewSort;
import dev.hindsight.actionitem.overview.Tracker;
import dev.hindsight.actionitem.overview.TrackerRow;
import dev.hindsight.actionitem.overview.Trackers;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.Cursor;
import dev.hindsight.kit.rest.Limits;
import dev.hindsight.kit.rest.Page;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Many action items at once: their list, and how many there are, in all and apart by owner, team, age, factor or incident. */
@Path("/api/action-items")
@Produces(MediaType.APPLICATION_JSON)
public class TrackerReads {

    private final ActionItemOverviews overviews;
    private final Trackers trackers;
    private final Tracked tracked;
    private final Actors actors;

    TrackerReads(ActionItemOverviews overviews, Trackers trackers, Tracked tracked, Actors actors) {
        this.overviews = overviews;
        this.trackers = trackers;
        this.tracked = tracked;
        this.actors = actors;
    }

    @GET
    public RestResponse<Page<ActionItemOverview>> list(
            @BeanParam ActionItemFilter filter,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"-opened", "opened", "due", "-due", "priority"}))
                    @QueryParam("sort")
                    @Nullable
                    String sort,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        actors.current();
        int rows = Limits.parse(limit);
        var order = OverviewSort.parse(sort);
        var after = order.after(cursor).orElse(null);
        return tracked.answer(
                filter,
                logEntry,
                matching -> Page.of(overviews.find(matching, order, after, rows + 1), rows, order::cursor),
                new Page<>(List.of(), null));
    }

    /** How many there are of what the list with the same filter shows. */
    @GET
    @Path("counts")
    public RestResponse<ActionItemCounts> counts(
            @BeanParam ActionItemFilter filter, @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        return tracked.answer(filter, logEntry, overviews::count, ActionItemCounts.NONE);
    }

    /**
     * The same apart by {@code owner}, {@code team}, {@code age} (for how many days items are overdue), {@code factor} or
     * {@code incident}: what is most overdue first. An item of two incidents is counted with each. All
     * ages come at once.
     */
    @GET
    @Path("counts/by-{tracker}")
    public RestResponse<Page<TrackerRow>> countsBy(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"owner", "team", "age", "factor", "incident"}))
                    @PathParam("tracker")
                    String tracker,
            @BeanParam ActionItemFilter filter,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        actors.current();
        var by = tracker(tracker);
        int rows = Limits.parse(limit);
        var after = by == Tracker.AGE
                ? null
                : Cursor.parse(cursor, 3).map(Trackers::after).orElse(null);
        return tracked.answer(
                filter,
                logEntry,
                matching -> by == Tracker.AGE
                        ? new Page<>(trackers.ages(matching), null)
                        : Page.of(trackers.count(matching, by, after, rows + 1), rows, Trackers::cursor),
                new Page<>(List.of(), null));
    }

    private static Tracker tracker(String name) {
        return Arrays.stream(Tracker.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND, null));
    }
}
