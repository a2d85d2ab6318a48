package dev.hindsight.actionitem.setup;

import dev.hindsight.actionitem.access.IncidentAccessProjection;
import dev.hindsight.actionitem.domain.ActionItem;
import dev.hindsight.actionitem.effectiveness.ActionItemEffectiveness;
import dev.hindsight.actionitem.opening.ActionItemOpening;
import dev.hindsight.actionitem.opening.ActionItemReferences;
import dev.hindsight.actionitem.overview.ActionItemOverviewProjection;
import dev.hindsight.log.LogReader;
import dev.hindsight.log.Projection;
import dev.hindsight.logkit.Histories;
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
    ServiceHandlers handlers(Jdbi jdbi, LogReader log, ActionItemReferences references, Histories histories) {
        return new ServiceHandlers(
                List.of(
                        new Projection(
                                ActionItemOverviewProjection.NAME,
                                tables -> new ActionItemOverviewProjection(jdbi, tables)),
                        new Projection(
                                IncidentAccessProjection.NAME, tables -> new IncidentAccessProjection(jdbi, tables))),
                configurer -> configurer
                        .configureAggregate(ActionItem.class)
                        .eventProcessing(processing -> processing.registerEventHandler(
                                axon -> new ActionItemOpening(axon.commandGateway(), log, references)))
                        .eventProcessing(processing -> processing.registerEventHandler(
                                axon -> new ActionItemEffectiveness(axon.commandGateway(), log, histories, jdbi))));
    }
}
