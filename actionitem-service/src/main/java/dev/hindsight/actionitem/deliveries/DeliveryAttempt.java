package dev.hindsight.actionitem.deliveries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver a message.
 *
 * @param attempt counted from 1, on and on where it is told again
 * @param at when it began
 * @param statusCode what the receiver answered; null where it did not
 * @param failure in words; null where it was delivered
 * @param millis how long it took
 */
public record DeliveryAttempt(
        int attempt,
        Instant at,
        @Nullable Integer statusCode,
        @Nullable String failure,
        long millis) {}
