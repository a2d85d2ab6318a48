package dev.hindsight.incident.setup;

import dev.hindsight.incident.domain.Incident;
import dev.hindsight.incident.domain.PostMortem;
import dev.hindsight.incident.overview.IncidentOverviewProjection;
import dev.hindsight.logkit.ServiceHandlers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Assembles the service: the only class that knows all parts. */
@Singleton
class Wiring {

    @Produces
    @Singleton
    ServiceHandlers handlers(IncidentOverviewProjection overview) {
        return configurer -> {
            configurer.configureAggregate(Incident.class).configureAggregate(PostMortem.class);
            configurer.eventProcessing(processing -> processing.registerEventHandler(_ -> overview));
        };
    }
}
