package dev.hindsight.gateway.status;

import dev.hindsight.gateway.proxy.ServiceHealth;
import dev.hindsight.gateway.request.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** How each service is, for anyone who is signed in and wonders. */
@Path("/status")
public class StatusPage {

    @CheckedTemplate(basePath = "status")
    static class Templates {
        static native TemplateInstance page(List<ServiceStatus> services, long working, String person);
    }

    private final ServiceHealth health;

    StatusPage(ServiceHealth health) {
        this.health = health;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Uni<TemplateInstance> page(RoutingContext context) {
        return health.all(context)
                .map(told -> told.stream().map(ServiceStatus::of).toList())
                .map(services -> Templates.page(
                        services,
                        services.stream()
                                .filter(service -> service.condition() == Condition.WORKS)
                                .count(),
                        Caller.name(context).orElse("")));
    }
}
