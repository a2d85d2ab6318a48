package dev.hindsight.gateway.incidents;

import dev.hindsight.gateway.request.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The list of incidents: a whole page for the browser, only its rows for htmx. */
@Path("/incidents")
public class IncidentsPage {

    @CheckedTemplate(basePath = "incidents")
    static class Templates {
        static native TemplateInstance list(IncidentList incidents, IncidentFilter filter, String person);

        static native TemplateInstance list$rows(IncidentList incidents, IncidentFilter filter);
    }

    private final IncidentClient client;

    IncidentsPage(IncidentClient client) {
        this.client = client;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Uni<TemplateInstance> list(
            @BeanParam IncidentFilter filter,
            @HeaderParam("HX-Request") @Nullable String htmx,
            RoutingContext context) {
        return client.list(context, filter)
                .map(incidents -> htmx == null
                        ? Templates.list(incidents, filter, Caller.name(context).orElse(""))
                        : Templates.list$rows(incidents, filter));
    }
}
