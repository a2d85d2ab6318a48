package dev.hindsight.gateway.incidents;

import dev.hindsight.gateway.postmortems.PostMortemClient;
import dev.hindsight.gateway.request.Caller;
import dev.hindsight.kit.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Everything that is recorded about one incident and was learnt from it, and what is not. */
@Path("/incidents/{reference}")
public class IncidentPage {

    @CheckedTemplate(basePath = "incidents")
    static class Templates {
        static native TemplateInstance detail(Incident incident, Aftermath aftermath, String person);
    }

    private final IncidentClient incidents;
    private final PostMortemClient postMortems;

    IncidentPage(IncidentClient incidents, PostMortemClient postMortems) {
        this.incidents = incidents;
        this.postMortems = postMortems;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Uni<TemplateInstance> detail(@PathParam("reference") String reference, RoutingContext context) {
        return incidents
                .one(context, reference)
                .chain(incident -> aftermath(context, incident)
                        .map(aftermath -> Templates.detail(
                                incident, aftermath, Caller.name(context).orElse(""))));
    }

    /** The incident is shown even if its post-mortem cannot be read, which the page then says. */
    private Uni<Aftermath> aftermath(RoutingContext context, Incident incident) {
        var imported = incident.imported();
        if (imported == null || imported.postMortemId() == null) {
            return Uni.createFrom().item(Aftermath.NONE);
        }
        return postMortems
                .one(context, imported.postMortemId())
                .map(Aftermath::of)
                .onFailure(ProblemException.class)
                .recoverWithItem(problem -> Aftermath.unread((ProblemException) problem));
    }
}
