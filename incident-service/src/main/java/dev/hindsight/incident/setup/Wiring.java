package dev.hindsight.incident.setup;

import dev.hindsight.incident.domain.GlossaryTerm;
import dev.hindsight.incident.domain.Incident;
import dev.hindsight.incident.domain.Policy;
import dev.hindsight.incident.domain.PostMortem;
import dev.hindsight.incident.glossary.GlossaryProjection;
import dev.hindsight.incident.history.IncidentHistories;
import dev.hindsight.incident.overview.IncidentOverviewProjection;
import dev.hindsight.incident.planning.PostMortemPlanning;
import dev.hindsight.incident.postmortems.PostMortemOverviewProjection;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.Projection;
import dev.hindsight.logkit.PolicyHistories;
import dev.hindsight.logkit.ServiceHandlers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Assembles the service: the only class that knows all parts. */
@Singleton
class Wiring {

    @Produces
    @Singleton
    ServiceHandlers handlers(Jdbi jdbi, EventLog log, IncidentHistories histories, PolicyHistories policies) {
        return new ServiceHandlers(
                List.of(
                        new Projection(
                                IncidentOverviewProjection.NAME,
                                tables -> new IncidentOverviewProjection(jdbi, tables)),
                        new Projection(
                                PostMortemOverviewProjection.NAME,
                                tables -> new PostMortemOverviewProjection(jdbi, tables)),
                        new Projection(GlossaryProjection.NAME, tables -> new GlossaryProjection(jdbi, tables))),
                configurer -> configurer
                        .configureAggregate(log.withSnapshots(Incident.class))
                        .configureAggregate(PostMortem.class)
                        .configureAggregate(GlossaryTerm.class)
                        .configureAggregate(Policy.class)
                        .eventProcessing(processing -> processing.registerEventHandler(
                                axon -> new PostMortemPlanning(axon.commandGateway(), histories, policies, jdbi))));
    }
}
