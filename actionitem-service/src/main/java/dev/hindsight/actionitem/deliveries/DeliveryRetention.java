package dev.hindsight.actionitem.deliveries;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Deletes what came of messages so many days after it was settled. A replay still tells them: it plans them from the log, as
 * for the first time, under the ids that they had.
 */
@Singleton
public class DeliveryRetention {

    private static final String DEFAULT_DAYS = "90";
    private static final int LONGEST_DAYS = 36_500;
    private static final int AT_ONCE = 1_000;

    private static final String FORGET = """
            DELETE FROM actionitem.webhook_delivery
             WHERE delivery_id = ANY(ARRAY(
                   SELECT delivery_id FROM actionitem.webhook_delivery
                    WHERE settled_at < :before
                    ORDER BY settled_at LIMIT :limit
                      FOR UPDATE SKIP LOCKED))
            """;

    private final Jdbi jdbi;
    private final Duration kept;

    /** @param days how long it is kept, as whoever runs the service wrote it */
    public DeliveryRetention(
            Jdbi jdbi, @ConfigProperty(name = "hindsight.webhook.delivery-days") Optional<String> days) {
        this.jdbi = jdbi;
        this.kept = Duration.ofDays(days(days.orElse(DEFAULT_DAYS).strip()));
    }

    /** The service finds out when it starts whether it can go by what it was told. */
    void start(@Observes StartupEvent event) {}

    /** Some of them; the rest the next time. */
    void forget(Instant now) {
        jdbi.useHandle(db -> db.createUpdate(FORGET)
                .bind("before", now.minus(kept))
                .bind("limit", AT_ONCE)
                .execute());
    }

    private static int days(String text) {
        int days = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (days < 1 || days > LONGEST_DAYS) {
            throw new IllegalStateException(("HINDSIGHT_WEBHOOK_DELIVERY_DAYS must be a whole number from 1 to %d, not"
                            + " \"%s\": so many days what came of a webhook's messages is kept.")
                    .formatted(LONGEST_DAYS, text));
        }
        return days;
    }
}
