package dev.hindsight.gateway.incidents;

import dev.hindsight.gateway.request.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Everything that is recorded about one incident, and what is not. */
@Path("/incidents/{reference}")
public class IncidentPage {

    @CheckedTemplate(basePath = "incidents")
    static class Templates {
        static native TemplateInstance detail(Incident incident, String person);
    }

    private final IncidentClient client;

    IncidentPage(IncidentClient client) {
        this.client = client;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Uni<TemplateInstance> detail(@PathParam("reference") String reference, RoutingContext context) {
        return client.one(context, reference)
                .map(incident -> Templates.detail(incident, Caller.name(context).orElse("")));
    }
}
