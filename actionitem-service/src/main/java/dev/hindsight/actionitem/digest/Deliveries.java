package dev.hindsight.actionitem.digest;

import dev.hindsight.actionitem.notice.Noticing;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.RepeatedFailures;
import dev.hindsight.logkit.Leases;
import dev.hindsight.logkit.OnceStarted;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Every few seconds has what is due composed and sent, by one of the replicas. */
@Singleton
class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    private static final String TASK = "digests";

    private static final int SENT_AT_ONCE = 50;

    /** While notices are written anew from the log, it is not known yet which of them a digest has told. */
    private static final long FAR_BEHIND = 100;

    private final RepeatedFailures failures = new RepeatedFailures(TASK);
    private final Leases leases;
    private final EventLog log;
    private final Composing composing;
    private final Sending sending;
    private final Duration lease;

    /** @param lease longer than one message can take; another replica waits so long for this one before it takes over */
    Deliveries(
            Leases leases,
            EventLog log,
            Composing composing,
            Sending sending,
            @ConfigProperty(name = "hindsight.digests.lease", defaultValue = "2M") Duration lease) {
        this.leases = leases;
        this.log = log;
        this.composing = composing;
        this.sending = sending;
        this.lease = lease;
    }

    void tell(@Observes StartupEvent event) {
        if (!sending.isPossible()) {
            LOG.warn("No mail is sent: HINDSIGHT_SMTP_HOST names no server. Notices wait.");
        }
    }

    @Scheduled(
            every = "{hindsight.digests.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = OnceStarted.class)
    void tick() {
        try {
            composeAndSend();
        } catch (RuntimeException e) {
            failures.tell(e.toString());
        }
    }

    private void composeAndSend() {
        if (!sending.isPossible() || !leases.take(TASK, lease)) {
            return;
        }
        if (knowsWhatWasTold()) {
            composing.composeAllDue();
        }
        for (var digest : sending.due(SENT_AT_ONCE)) {
            if (!leases.take(TASK, lease)) {
                return;
            }
            sending.sendOrWait(digest);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        leases.giveUp(TASK);
    }

    private boolean knowsWhatWasTold() {
        return log.progress().stream()
                .filter(processor -> processor.name().equals(Noticing.NAME))
                .allMatch(processor -> processor.lag() < FAR_BEHIND);
    }
}
