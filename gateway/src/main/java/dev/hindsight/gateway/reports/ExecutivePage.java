package dev.hindsight.gateway.reports;

import dev.hindsight.gateway.request.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What is at risk, in plain words first, then in figures with all that is missing from them. */
@Path("/executive")
public class ExecutivePage {

    @CheckedTemplate(basePath = "reports")
    static class Templates {
        static native TemplateInstance executive(
                ExecutiveReport report, DotPlot plot, ReportFilter filter, String person);
    }

    private final ExecutiveClient client;

    ExecutivePage(ExecutiveClient client) {
        this.client = client;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Uni<TemplateInstance> executive(@BeanParam ReportFilter filter, RoutingContext context) {
        return client.report(context, filter)
                .map(report -> Templates.executive(
                        report,
                        DotPlot.of(report.durations()),
                        filter,
                        Caller.name(context).orElse("")));
    }
}
