package dev.hindsight.gateway.actionitems;

import dev.hindsight.gateway.proxy.ServiceReader;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads action items and what they name for the pages, with the rights of the person who looks. */
@Singleton
class ActionItemClient {

    private static final String ACTION_ITEMS = "/api/action-items";
    private static final Pattern ID_OR_REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** Of one page, so that nobody else has to wait for a connection. */
    private static final int INCIDENTS_AT_ONCE = 4;

    private final ServiceReader services;

    ActionItemClient(ServiceReader services) {
        this.services = services;
    }

    Uni<ActionItemList> list(RoutingContext context, String query) {
        return services.read(context, ACTION_ITEMS + "?" + query, ActionItemList.class);
    }

    Uni<ActionItemCounts> counts(RoutingContext context, String query) {
        return services.read(context, ACTION_ITEMS + "/counts?" + query, ActionItemCounts.class);
    }

    Uni<ActionItem> one(RoutingContext context, String reference) {
        if (!ID_OR_REFERENCE.matcher(reference).matches()) {
            throw new ProblemException(StandardProblem.NOT_FOUND, null);
        }
        return services.read(context, ACTION_ITEMS + "/" + reference, ActionItem.class);
    }

    /** An item is shown even if advice on it cannot be read. */
    Uni<Advice> advice(RoutingContext context, String reference) {
        return services.read(context, ACTION_ITEMS + "/" + reference + "/advice", Advice.class)
                .onFailure(ProblemException.class)
                .recoverWithItem(problem -> Advice.unread(problem));
    }

    /** What cannot be read, or may not be, stays without a name. */
    Uni<IncidentNames> names(RoutingContext context, Collection<String> incidents) {
        return Multi.createFrom()
                .iterable(Set.copyOf(incidents))
                .onItem()
                .transformToUni(id -> services.read(context, "/api/incidents/" + id, IncidentNames.Name.class)
                        .onFailure(ProblemException.class)
                        .recoverWithItem(IncidentNames.unread(id))
                        .map(name -> Map.entry(id, name)))
                .merge(INCIDENTS_AT_ONCE)
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(IncidentNames::new);
    }

    Uni<Factors> factors(RoutingContext context, @Nullable String postMortem) {
        return postMortem == null
                ? Uni.createFrom().item(Factors.NONE)
                : services.read(context, "/api/postmortems/" + postMortem, Factors.class)
                        .onFailure(ProblemException.class)
                        .recoverWithItem(Factors.NONE);
    }
}
