package dev.hindsight.gateway.reports;

import dev.hindsight.gateway.proxy.ServiceReader;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Reads reports for the pages, with the rights of the person who looks. */
@Singleton
class ExecutiveClient {

    private final ServiceReader services;

    ExecutiveClient(ServiceReader services) {
        this.services = services;
    }

    Uni<ExecutiveReport> report(RoutingContext context, ReportFilter filter) {
        return services.read(context, "/api/reports/executive?" + filter.query(), ExecutiveReport.class);
    }
}
