package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.access.IncidentNames;
import dev.hindsight.actionitem.overview.ActionItemOverviews.Filter;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.kit.rest.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which action items are asked for, in the query of a list or of its counts. */
public record ActionItemFilter(
        @QueryParam("state") @Nullable String state,
        @QueryParam("owner") @Nullable String owner,
        @QueryParam("team") @Nullable String team,
        @QueryParam("incident") @Nullable String incident,
        @QueryParam("factor") @Nullable String factor,
        @QueryParam("dueBefore") @Nullable String dueBefore,
        @QueryParam("q") @Nullable String text,
        @QueryParam("open") @Nullable String open,
        @QueryParam("overdue") @Nullable String overdue,
        @QueryParam("unowned") @Nullable String unowned,
        @QueryParam("undated") @Nullable String undated,
        @QueryParam("blocked") @Nullable String blocked) {

    /** Refuses what cannot be read, before anything is waited for. */
    void check() {
        filter(null);
    }

    /** Empty where an incident is named that there is none of. */
    Optional<Filter> asked(IncidentNames incidents) {
        var named = Parameters.text(incident);
        return named == null ? Optional.of(filter(null)) : incidents.find(named).map(this::filter);
    }

    private Filter filter(@Nullable UUID about) {
        var addressed = Parameters.text(factor);
        return new Filter(
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
                Parameters.flag("blocked", blocked));
    }
}
