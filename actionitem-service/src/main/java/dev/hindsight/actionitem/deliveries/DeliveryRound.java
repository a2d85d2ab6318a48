package dev.hindsight.actionitem.deliveries;

import dev.hindsight.log.RepeatedFailures;
import dev.hindsight.logkit.Leases;
import dev.hindsight.logkit.OnceStarted;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Has everything sent that is due, and deleted what is old, by one replica at a time. Some messages are sent at once to each
 * webhook, so that a receiver that is slow keeps no other one waiting.
 */
@Singleton
public class DeliveryRound {

    private static final Logger LOG = Logger.getLogger(DeliveryRound.class);
    private static final String TASK = "webhooks";
    private static final int AT_ONCE = 4;

    private final RepeatedFailures failures = new RepeatedFailures(TASK);
    private final Leases leases;
    private final Deliveries deliveries;
    private final Replays replays;
    private final DeliveryRetention retention;
    private final DeliverySender sender;
    private final Clock clock;
    private final Duration lease;
    private final Map<UUID, Due> underWay = new HashMap<>();
    private volatile boolean elected;

    /** @param lease how long another replica waits for this one before it takes over */
    DeliveryRound(
            Leases leases,
            Deliveries deliveries,
            Replays replays,
            DeliveryRetention retention,
            DeliverySender sender,
            Clock clock,
            @ConfigProperty(name = "hindsight.webhook.lease", defaultValue = "10S") Duration lease) {
        this.leases = leases;
        this.deliveries = deliveries;
        this.replays = replays;
        this.retention = retention;
        this.sender = sender;
        this.clock = clock;
        this.lease = lease;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = OnceStarted.class)
    void tick() {
        try {
            goRound();
        } catch (RuntimeException e) {
            elected = false;
            failures.tell(e.toString());
        }
    }

    private void goRound() {
        elected = leases.take(TASK, lease);
        var now = clock.instant();
        if (elected) {
            deliveries.letGo(now);
            replays.carryOn(now);
        }
        sendDue();
        if (elected) {
            retention.forget(now);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        elected = false;
        leases.giveUp(TASK);
    }

    private synchronized void sendDue() {
        if (!elected) {
            return;
        }
        for (var due : deliveries.due(clock.instant(), 2 * AT_ONCE)) {
            if (!underWay.containsKey(due.deliveryId()) && sentAtOnceTo(due.webhookId()) < AT_ONCE) {
                underWay.put(due.deliveryId(), due);
                Thread.startVirtualThread(() -> send(due));
            }
        }
    }

    /** What could not even be noted has to wait for the next tick, or it would be sent again and again. */
    private void send(Due due) {
        boolean noted = false;
        try {
            sender.send(due);
            noted = true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "What came of %s is not noted", due);
        } finally {
            end(due);
        }
        if (noted) {
            sendDue();
        }
    }

    private synchronized void end(Due due) {
        underWay.remove(due.deliveryId());
    }

    private long sentAtOnceTo(UUID webhookId) {
        return underWay.values().stream()
                .filter(due -> due.webhookId().equals(webhookId))
                .count();
    }
}
