package dev.hindsight.gateway.actionitems;

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
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The list of what is to be done after outages, with its counts: a whole page for the browser, a part for htmx. */
@Path("/action-items")
public class ActionItemsPage {

    @CheckedTemplate(basePath = "actionitems")
    static class Templates {
        static native TemplateInstance list(
                ActionItemList items,
                Tally tally,
                IncidentNames names,
                ActionItemFilter filter,
                Reader reader,
                String person);

        static native TemplateInstance list$rows(
                ActionItemList items, Tally tally, IncidentNames names, ActionItemFilter filter, Reader reader);
    }

    private final ActionItemClient client;
    private final Clock clock;

    ActionItemsPage(ActionItemClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Uni<TemplateInstance> list(
            @BeanParam ActionItemFilter filter,
            @HeaderParam("HX-Request") @Nullable String htmx,
            RoutingContext context) {
        var reader = new Reader(Caller.subject(context).orElse(""), LocalDate.now(clock));
        return Uni.combine()
                .all()
                .unis(
                        client.list(context, filter.query(reader.subject())),
                        client.counts(context, filter.queryOfAll(reader.subject())),
                        client.counts(context, filter.queryOfOpen(reader.subject())))
                .asTuple()
                .chain(read -> client.names(context, read.getItem1().incidents())
                        .map(names -> {
                            var tally = new Tally(read.getItem2(), read.getItem3(), filter);
                            var person = Caller.name(context).orElse("");
                            return htmx == null
                                    ? Templates.list(read.getItem1(), tally, names, filter, reader, person)
                                    : Templates.list$rows(read.getItem1(), tally, names, filter, reader);
                        }));
    }
}
