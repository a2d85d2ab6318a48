package dev.hindsight.gateway.incidents;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.hindsight.gateway.proxy.ServiceReader;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.regex.Pattern;

/** Reads incidents for the pages, with the rights of the person who looks. */
@Singleton
class IncidentClient {

    private static final String INCIDENTS = "/api/incidents";
    private static final Pattern ID_OR_REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final ServiceReader services;
    private final ObjectReader json;

    IncidentClient(ServiceReader services, ObjectMapper json) {
        this.services = services;
        // the service may know more than these pages show
        this.json = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    Uni<IncidentList> list(RoutingContext context, IncidentFilter filter) {
        return services.read(context, INCIDENTS + "?" + filter.query()).map(body -> parse(body, IncidentList.class));
    }

    Uni<Incident> one(RoutingContext context, String reference) {
        if (!ID_OR_REFERENCE.matcher(reference).matches()) {
            throw new ProblemException(StandardProblem.NOT_FOUND, null);
        }
        return services.read(context, INCIDENTS + "/" + reference).map(body -> parse(body, Incident.class));
    }

    private <T> T parse(Buffer body, Class<T> type) {
        try {
            return json.forType(type).readValue(body.getBytes());
        } catch (IOException e) {
            Log.errorf(e, "incident-service answered something that is no %s", type.getSimpleName());
            throw new ProblemException(StandardProblem.SERVICE_BROKEN, null);
        }
    }
}
