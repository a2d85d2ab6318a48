package dev.hindsight.actionitem.deliveries;

import dev.hindsight.actionitem.deliveries.Delivery.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a webhook is told of an event, with each attempt.
 *
 * @param deliveryId the same however often it is sent, as {@code webhook-id}
 * @param position of the event in the log
 * @param eventId and {@code eventType}: null unless it is known that the receiver may be told of it
 * @param failure why it is not delivered, in words
 * @param settledAt when it was delivered, given up or withheld
 * @param attempts the newest ones first
 * @param version higher whenever anything became of it
 */
public record TriedDelivery(
        UUID deliveryId,
        long position,
        @Nullable UUID eventId,
        @Nullable String eventType,
        State state,
        @Nullable String failure,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant settledAt,
        List<DeliveryAttempt> attempts,
        long version) {}
