package dev.hindsight.gateway.actionitems;

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
import java.time.Clock;
import java.time.LocalDate;

/** Everything that is recorded about one action item: who does it by when, what became of it, and what is missing. */
@Path("/action-items/{reference}")
public class ActionItemPage {

    @CheckedTemplate(basePath = "actionitems")
    static class Templates {
        static native TemplateInstance detail(
                ActionItem item, Advice advice, IncidentNames names, Factors factors, Reader reader, String person);
    }

    private final ActionItemClient client;
    private final Clock clock;

    ActionItemPage(ActionItemClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Uni<TemplateInstance> detail(@PathParam("reference") String reference, RoutingContext context) {
        var reader = new Reader(Caller.subject(context).orElse(""), LocalDate.now(clock));
        return client.one(context, reference)
                .chain(item -> Uni.combine()
                        .all()
                        .unis(
                                client.advice(context, item.reference()),
                                client.names(context, item.incidents()),
                                client.factors(context, item.postMortemId()))
                        .with((advice, names, factors) -> Templates.detail(
                                item,
                                advice,
                                names,
                                factors,
                                reader,
                                Caller.name(context).orElse(""))));
    }
}
