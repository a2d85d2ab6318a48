package dev.hindsight.gateway.incidents;

import dev.hindsight.gateway.proxy.ServiceReader;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Reads incidents for the pages, with the rights of the person who looks. */
@Singleton
class IncidentClient {

    private static final String INCIDENTS = "/api/incidents";
    private static final Pattern ID_OR_REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final ServiceReader services;

    IncidentClient(ServiceReader services) {
        this.services = services;
    }

    Uni<IncidentList> list(RoutingContext context, IncidentFilter filter) {
        return services.read(context, INCIDENTS + "?" + filter.query(), IncidentList.class);
    }

    Uni<Incident> one(RoutingContext context, String reference) {
        if (!ID_OR_REFERENCE.matcher(reference).matches()) {
            throw new ProblemException(StandardProblem.NOT_FOUND, null);
        }
        return services.read(context, INCIDENTS + "/" + reference, Incident.class);
    }
}
