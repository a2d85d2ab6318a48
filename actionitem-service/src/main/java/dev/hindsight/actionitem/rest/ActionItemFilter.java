package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.access.IncidentNames;
import dev.hindsight.actionitem.overview.DayRange;
import dev.hindsight.actionitem.overview.OverviewFilter;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.rest.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which action items are asked for, in the query of a list, of its counts, or of a file of it. */
public record ActionItemFilter(
        @QueryParam("state") @Nullable String state,
        @QueryParam("owner") @Nullable String owner,
        @QueryParam("team") @Nullable String team,
        @QueryParam("incident") @Nullable String incident,
        @QueryParam("factor") @Nullable String factor,
        @QueryParam("dueBefore") @Nullable String dueBefore,

        @Parameter(
                description =
                        "Words, or beginnings of words, of the reference, the title, what done means, the measure,"
                                + " the comments, or the present roadblock.")
        @QueryParam("q")
        @Nullable
        String text,

        @QueryParam("open") @Nullable String open,
        @QueryParam("overdue") @Nullable String overdue,
        @QueryParam("unowned") @Nullable String unowned,
        @QueryParam("undated") @Nullable String undated,
        @QueryParam("blocked") @Nullable String blocked,
        @QueryParam("verified") @Nullable String verified,
        @QueryParam("recurred") @Nullable String recurred,

        @Parameter(description = "Overdue for so many days, such as 8..30, or 91.. for 91 and more.")
        @QueryParam("overdueDays")
        @Nullable
        String overdueDays) {

    /** Refuses what cannot be read, before anything is waited for. */
    void check() {
        filter(null);
    }

    /** Empty where an incident is named that there is none of. */
    Optional<OverviewFilter> asked(IncidentNames incidents) {
        var named = Parameters.text(incident);
        return named == null ? Optional.of(filter(null)) : incidents.find(named).map(this::filter);
    }

    private OverviewFilter filter(@Nullable UUID about) {
        var addressed = Parameters.text(factor);
        return new OverviewFilter(
                Parameters.constant(ActionItemStatus.class, "state", state),
                Parameters.text(owner),
                Parameters.text(team),
                about,
                addressed == null ? null : Parameters.id("factor", addressed),
                Parameters.date("dueBefore", dueBefore),
                Parameters.text(text),
                Parameters.flag("open", open),
                Parameters.flag("overdue", overdue),
                Parameters.flag("unowned", unowned),
                Parameters.flag("undated", undated),
                Parameters.flag("blocked", blocked),
                Parameters.flag("verified", verified),
                Parameters.flag("recurred", recurred),
                days());
    }

    private @Nullable DayRange days() {
        var range = Parameters.text(overdueDays);
        return range == null
                ? null
                : DayRange.parse(range)
                        .orElseThrow(() -> ProblemException.invalid(
                                "overdueDays", "must be a range of days from 1 on, such as 8..30 or 91.."));
    }
}
