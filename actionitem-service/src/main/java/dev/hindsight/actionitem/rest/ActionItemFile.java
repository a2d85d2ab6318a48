package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.domain.ActionItemRule;
import dev.hindsight.actionitem.overview.ActionItemOverview;
import dev.hindsight.actionitem.overview.ActionItemOverviews;
import dev.hindsight.actionitem.overview.OverviewSort;
import dev.hindsight.actionitem.table.ActionItemTable;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The list of action items as a file for spreadsheets: all of its rows, or none where there are too many for one file. */
@Path("/api/action-items.csv")
public class ActionItemFile {

    private static final int MOST_ROWS = 10_000;

    private final ActionItemOverviews overviews;
    private final Tracked tracked;
    private final Actors actors;

    ActionItemFile(ActionItemOverviews overviews, Tracked tracked, Actors actors) {
        this.overviews = overviews;
        this.tracked = tracked;
        this.actors = actors;
    }

    @GET
    @Produces("text/csv; charset=utf-8")
    public RestResponse<String> file(
            @BeanParam ActionItemFilter filter,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"-opened", "opened", "due", "-due", "priority"}))
                    @QueryParam("sort")
                    @Nullable
                    String sort,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        actors.current();
        var order = OverviewSort.parse(sort);
        var answer = tracked.answer(
                filter,
                logEntry,
                matching -> ActionItemTable.csv(few(overviews.find(matching, order, null, MOST_ROWS + 1))),
                ActionItemTable.csv(List.of()));
        return ResponseBuilder.fromResponse(answer)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"action-items-%s.csv\"".formatted(tracked.today()))
                .build();
    }

    /** A file that silently lacks rows would be worse than none. */
    private static List<ActionItemOverview> few(List<ActionItemOverview> found) {
        if (found.size() > MOST_ROWS) {
            throw new ProblemException(
                    ActionItemRule.TOO_MANY_ACTION_ITEMS, "One file holds at most %d of them.".formatted(MOST_ROWS));
        }
        return found;
    }
}
