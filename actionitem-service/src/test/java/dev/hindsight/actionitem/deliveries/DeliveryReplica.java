package dev.hindsight.actionitem.deliveries;

import dev.hindsight.actionitem.ReplicaLog;
import dev.hindsight.actionitem.ReplicaProcess;
import dev.hindsight.actionitem.webhooks.SigningSecrets;
import dev.hindsight.actionitem.webhooks.WebhookKey;
import dev.hindsight.actionitem.webhooks.Webhooks;
import dev.hindsight.kit.outgoing.HostNames;
import dev.hindsight.kit.outgoing.OutgoingClient;
import dev.hindsight.kit.outgoing.Targets;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.logkit.Leases;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A replica of the part of the service that tells webhooks; it may send to this machine. */
public final class DeliveryReplica {

    private DeliveryReplica() {}

    /** The process itself: ends with its standard input. */
    public static void main(String[] arguments) throws Exception {
        var clock = Clock.systemUTC();
        try (var replica = new ReplicaLog(arguments[0], arguments[1], arguments[2])) {
            var jdbi = replica.jdbi();
            var histories = replica.histories();
            var subjects = new Subjects(replica.log().reader(), histories, new IncidentAccess(histories));
            var webhooks = new Webhooks(jdbi);
            var deliveries = new Deliveries(jdbi, new Attempts(jdbi));
            replica.log()
                    .start(replica.configurer()
                            .eventProcessing(processing -> processing.registerEventHandler(
                                    _ -> new DeliveryPlanning(webhooks, deliveries, subjects, clock)))
                            .buildConfiguration());
            var targets = new Targets(new HostNames(), Optional.of(List.of("localhost")));
            var sender = new DeliverySender(
                    subjects,
                    deliveries,
                    webhooks,
                    new SigningSecrets(jdbi, new WebhookKey(Optional.of(arguments[3]))),
                    new OutgoingClient(Vertx.vertx(), targets, Duration.ofSeconds(15)),
                    clock,
                    "https://hindsight.example.test");
            var round = new DeliveryRound(
                    new Leases(jdbi, "actionitem"),
                    deliveries,
                    new Replays(jdbi, subjects),
                    new DeliveryRetention(jdbi, Optional.empty()),
                    sender,
                    clock,
                    Duration.ofSeconds(1));
            ReplicaProcess.repeat(round::tick);
        }
    }
}
