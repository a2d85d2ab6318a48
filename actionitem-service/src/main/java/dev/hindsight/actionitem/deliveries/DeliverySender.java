package dev.hindsight.actionitem.deliveries;

import dev.hindsight.actionitem.deliveries.Attempts.Tried;
import dev.hindsight.actionitem.deliveries.Deliveries.Outcome;
import dev.hindsight.actionitem.deliveries.Delivery.State;
import dev.hindsight.actionitem.webhooks.SigningSecrets;
import dev.hindsight.actionitem.webhooks.WebhookSignature;
import dev.hindsight.actionitem.webhooks.Webhooks;
import dev.hindsight.kit.outgoing.OutgoingClient;
import dev.hindsight.kit.outgoing.OutgoingFailureException;
import dev.hindsight.kit.outgoing.TargetRefusedException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends one message, if its receiver may be told of it, and notes what came of it: at least once, under one id. */
@Singleton
public class DeliverySender {

    private static final Logger LOG = Logger.getLogger(DeliverySender.class);
    private static final int GONE = 410;

    /** The same whatever the reason: it is not for those who keep webhooks to know what is kept from them. */
    private static final String WITHHELD = "Its receiver may not be told of it.";

    private final Subjects subjects;
    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final SigningSecrets secrets;
    private final OutgoingClient client;
    private final Clock clock;
    private final String address;

    /** @param address of this installation as browsers know it */
    DeliverySender(
            Subjects subjects,
            Deliveries deliveries,
            Webhooks webhooks,
            SigningSecrets secrets,
            OutgoingClient client,
            Clock clock,
            @ConfigProperty(name = "hindsight.url", defaultValue = "http://localhost:8080") String address) {
        this.subjects = subjects;
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.client = client;
        this.clock = clock;
        this.address = address.replaceFirst("/+$", "");
    }

    /** Sends a message that is signed, and tells the status it is answered with. */
    @FunctionalInterface
    private interface Prepared {

        int post() throws TargetRefusedException, OutgoingFailureException;
    }

    /**
     * The beginning of an attempt, by the clock and by a counter that nobody sets.
     *
     * @param tellable whether it is known that the receiver may be told
     */
    private record Begun(Instant at, long nanos, boolean tellable) {

        Begun knownToBeTellable() {
            return new Begun(at, nanos, true);
        }

        Tried untilNow() {
            return new Tried(at, Duration.ofNanos(System.nanoTime() - nanos).toMillis());
        }
    }

    void send(Due due) {
        var begun = new Begun(clock.instant(), System.nanoTime(), false);
        Optional<Subject> subject;
        try {
            subject = subjects.of(due).filter(it -> it.mayBeToldTo(due.team()));
        } catch (RuntimeException e) {
            unprepared(due, begun, e);
            return;
        }
        if (subject.isEmpty()) {
            deliveries.withhold(due, WITHHELD, clock.instant());
            return;
        }
        prepareAndPost(due, begun.knownToBeTellable(), subject.get());
    }

    private void prepareAndPost(Due due, Begun begun, Subject subject) {
        Prepared prepared;
        try {
            prepared = prepared(due, subject);
        } catch (RuntimeException e) {
            unprepared(due, begun, e);
            return;
        }
        post(due, begun, prepared);
    }

    private void unprepared(Due due, Begun begun, RuntimeException e) {
        LOG.warnf(e, "%s could not be prepared", due);
        failed(due, begun, null, "It could not be prepared.");
    }

    private Prepared prepared(Due due, Subject subject) {
        var now = clock.instant();
        var body = Message.of(due, subject, address).json();
        var headers = new LinkedHashMap<>(
                WebhookSignature.headers(due.deliveryId().toString(), now, body, secrets.good(due.webhookId(), now)));
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Hindsight");
        return () -> client.post(due.url(), headers, body).status();
    }

    private void post(Due due, Begun begun, Prepared message) {
        int status;
        try {
            status = message.post();
        } catch (TargetRefusedException e) {
            failed(due, begun, null, "Nothing is sent to its address: " + e.reason());
            return;
        } catch (OutgoingFailureException e) {
            failed(due, begun, null, e.reason());
            return;
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s could not be sent", due);
            failed(due, begun, null, "It could not be sent.");
            return;
        }
        if (status >= 200 && status < 300) {
            var now = clock.instant();
            var outcome = new Outcome(State.DELIVERED, due.attempts() + 1, status, null, null, now, true);
            deliveries.settle(due, outcome, begun.untilNow(), now);
        } else {
            failed(due, begun, status, "It answered %d.".formatted(status));
        }
    }

    private void failed(Due due, Begun begun, @Nullable Integer status, String failure) {
        var now = clock.instant();
        int attempts = due.attempts() + 1;
        var first = due.firstAttemptAt() == null ? now : due.firstAttemptAt();
        boolean gone = status != null && status == GONE;
        var next = gone ? null : Retries.next(first, attempts, now).orElse(null);
        var state = next == null ? State.FAILED : State.PENDING;
        var outcome = new Outcome(state, attempts, status, failure, next, next == null ? now : null, begun.tellable());
        deliveries.settle(due, outcome, begun.untilNow(), now);
        if (gone) {
            webhooks.disable(due.webhookId(), "The receiver answered 410: it is gone.", null, now);
            LOG.infof("Webhook %s is disabled, as its receiver answered that it is gone", due.webhookId());
        } else if (next == null) {
            LOG.infof("Webhook %s is not told of position %d: %s", due.webhookId(), due.position(), failure);
        }
    }
}
