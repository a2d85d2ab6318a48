package dev.hindsight.actionitem.deliveries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a webhook is told of an event, and what came of it.
 *
 * @param deliveryId the same however often it is sent, as {@code webhook-id}
 * @param position of the event in the log
 * @param eventId and {@code eventType}: null unless it is known that the receiver may be told of it
 * @param statusCode what the receiver answered last
 * @param failure why it is not delivered, in words
 * @param attempts how many there were, since it was told again last
 * @param settledAt when it was delivered, given up or withheld
 * @param version higher whenever anything became of it
 */
public record Delivery(
        UUID deliveryId,
        long position,
        @Nullable UUID eventId,
        @Nullable String eventType,
        State state,
        int attempts,
        @Nullable Integer statusCode,
        @Nullable String failure,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant settledAt,
        long version) {

    /** The same, with each of its attempts. */
    TriedDelivery with(List<DeliveryAttempt> tried) {
        return new TriedDelivery(
                deliveryId, position, eventId, eventType, state, failure, nextAttemptAt, settledAt, tried, version);
    }

    /** What came of it. */
    public enum State {
        /** It is to be sent, for the first time or again. */
        PENDING,
        DELIVERED,
        /** It was tried for a day. */
        FAILED,
        /** The receiver may not be told of it. */
        WITHHELD
    }
}
