package dev.hindsight.actionitem.deliveries;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent now.
 *
 * @param team the only one that the receiver is told of; null for any
 * @param round how often it was asked for again after it was settled
 * @param attempts those of this round
 */
public record Due(
        UUID deliveryId,
        UUID webhookId,
        String url,
        @Nullable String team,
        long position,
        UUID eventId,
        String eventType,
        String aggregateType,
        UUID aggregateId,
        Instant recordedAt,
        int round,
        int attempts,
        @Nullable Instant firstAttemptAt) {

    /** Where it leads to may be a secret, and is for no log. */
    @Override
    public String toString() {
        return "delivery " + deliveryId;
    }
}
