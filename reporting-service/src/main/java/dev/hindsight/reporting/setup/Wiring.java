package dev.hindsight.reporting.setup;

import dev.hindsight.log.Projection;
import dev.hindsight.logkit.ServiceHandlers;
import dev.hindsight.reporting.facts.FactsProjection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Assembles the service: the only class that knows all parts. */
@Singleton
class Wiring {

    @Produces
    @Singleton
    ServiceHandlers handlers(Jdbi jdbi) {
        return new ServiceHandlers(
                List.of(new Projection(FactsProjection.NAME, tables -> new FactsProjection(jdbi, tables))), _ -> {});
    }
}
