package dev.hindsight.actionitem.deliveries;

import dev.hindsight.actionitem.deliveries.Deliveries.Outcome;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps each try to deliver a message as long as the message is kept. */
@Singleton
class Attempts {

    private static final int SHOWN = 100;

    private static final String KEEP = """
            INSERT INTO actionitem.webhook_attempt (delivery_id, attempt, at, status_code, failure, millis)
            SELECT delivery_id,
                   coalesce((SELECT max(attempt) FROM actionitem.webhook_attempt WHERE delivery_id = :deliveryId), 0) + 1,
                   :at, :statusCode::int, :failure::text, :millis
              FROM actionitem.webhook_delivery WHERE delivery_id = :deliveryId
            """;
    private static final String NEWEST = """
            SELECT attempt, at, status_code, failure, millis FROM actionitem.webhook_attempt
             WHERE delivery_id = :deliveryId ORDER BY attempt DESC LIMIT :limit
            """;

    private final Jdbi jdbi;

    Attempts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** When something was tried, and how long that took. */
    record Tried(Instant at, long millis) {}

    /** @param db in a transaction that holds the delivery; where that is deleted, nothing is kept */
    static void keep(Handle db, UUID deliveryId, Tried tried, Outcome outcome) {
        db.createUpdate(KEEP)
                .bind("deliveryId", deliveryId)
                .bind("at", tried.at())
                .bind("statusCode", outcome.statusCode())
                .bind("failure", outcome.failure())
                .bind("millis", tried.millis())
                .execute();
    }

    List<DeliveryAttempt> newest(UUID deliveryId) {
        return jdbi.withHandle(db -> db.createQuery(NEWEST)
                .bind("deliveryId", deliveryId)
                .bind("limit", SHOWN)
                .map(ConstructorMapper.of(DeliveryAttempt.class))
                .list());
    }
}
