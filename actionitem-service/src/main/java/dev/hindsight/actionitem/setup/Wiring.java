package dev.hindsight.actionitem.setup;

import dev.hindsight.actionitem.access.IncidentAccessProjection;
import dev.hindsight.actionitem.chase.ChaseProjection;
import dev.hindsight.actionitem.chase.PoliciesInForce;
import dev.hindsight.actionitem.deliveries.Deliveries;
import dev.hindsight.actionitem.deliveries.DeliveryPlanning;
import dev.hindsight.actionitem.deliveries.Subjects;
import dev.hindsight.actionitem.digest.DigestRecording;
import dev.hindsight.actionitem.domain.ActionItem;
import dev.hindsight.actionitem.domain.Digest;
import dev.hindsight.actionitem.effectiveness.ActionItemEffectiveness;
import dev.hindsight.actionitem.links.ActionItemLinkProjection;
import dev.hindsight.actionitem.notice.Noticing;
import dev.hindsight.actionitem.opening.ActionItemOpening;
import dev.hindsight.actionitem.opening.ActionItemReferences;
import dev.hindsight.actionitem.overview.ActionItemOverviewProjection;
import dev.hindsight.actionitem.webhooks.Webhooks;
import dev.hindsight.log.LogReader;
import dev.hindsight.log.Projection;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.ServiceHandlers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Assembles the service: the only class that knows all parts. */
@Singleton
class Wiring {

    @Produces
    @Singleton
    DeliveryPlanning deliveryPlanning(Webhooks webhooks, Deliveries deliveries, Subjects subjects, Clock clock) {
        return new DeliveryPlanning(webhooks, deliveries, subjects, clock);
    }

    @Produces
    @Singleton
    ServiceHandlers handlers(
            Jdbi jdbi,
            LogReader log,
            ActionItemReferences references,
            PoliciesInForce policies,
            DeliveryPlanning deliveryPlanning,
            Noticing noticing,
            DigestRecording digests,
            Histories histories) {
        return new ServiceHandlers(
                List.of(
                        new Projection(
                                ActionItemOverviewProjection.NAME,
                                tables -> new ActionItemOverviewProjection(jdbi, tables)),
                        new Projection(ChaseProjection.NAME, tables -> new ChaseProjection(jdbi, tables, policies)),
                        new Projection(
                                IncidentAccessProjection.NAME, tables -> new IncidentAccessProjection(jdbi, tables)),
                        new Projection(
                                ActionItemLinkProjection.NAME, tables -> new ActionItemLinkProjection(jdbi, tables))),
                configurer -> configurer
                        .configureAggregate(ActionItem.class)
                        .configureAggregate(Digest.class)
                        .eventProcessing(processing -> processing
                                .registerEventHandler(
                                        axon -> new ActionItemOpening(axon.commandGateway(), log, references))
                                .registerEventHandler(_ -> deliveryPlanning)
                                .registerEventHandler(_ -> noticing)
                                .registerEventHandler(_ -> digests)
                                .registerEventHandler(axon ->
                                        new ActionItemEffectiveness(axon.commandGateway(), log, histories, jdbi))));
    }
}
