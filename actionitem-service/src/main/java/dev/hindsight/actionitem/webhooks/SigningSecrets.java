package dev.hindsight.actionitem.webhooks;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Draws what the messages of a webhook are signed with and keeps it sealed; one that was replaced is good for a day. */
@Singleton
public class SigningSecrets {

    private static final Logger LOG = Logger.getLogger(SigningSecrets.class);
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final Duration OVERLAP = Duration.ofHours(24);

    private static final String REPLACE = """
            UPDATE actionitem.webhook_secret SET expires_at = :expiresAt
             WHERE webhook_id = :webhookId AND expires_at IS NULL
            """;
    private static final String FORGET =
            "DELETE FROM actionitem.webhook_secret WHERE webhook_id = :webhookId AND expires_at <= :now";
    private static final String KEEP = """
            INSERT INTO actionitem.webhook_secret (webhook_id, number, sealed) VALUES (:webhookId, :number, :sealed)
            """;
    private static final String GOOD = """
            SELECT number, sealed FROM actionitem.webhook_secret
             WHERE webhook_id = :webhookId AND (expires_at IS NULL OR expires_at > :now)
            """;
    private static final String NEWEST_FIRST = GOOD + " ORDER BY number DESC";
    private static final String ONE = GOOD + " AND number = :number";

    private final Jdbi jdbi;
    private final WebhookKey key;
    private final SecureRandom random = new SecureRandom();

    public SigningSecrets(Jdbi jdbi, WebhookKey key) {
        this.jdbi = jdbi;
        this.key = key;
    }

    /** Takes the place of the one before it, if there is one. */
    public void draw(UUID webhookId, long version, Instant now) {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        jdbi.useHandle(db -> {
            db.createUpdate(FORGET)
                    .bind("webhookId", webhookId)
                    .bind("now", now)
                    .execute();
            db.createUpdate(REPLACE)
                    .bind("webhookId", webhookId)
                    .bind("expiresAt", now.plus(OVERLAP))
                    .execute();
            db.createUpdate(KEEP)
                    .bind("webhookId", webhookId)
                    .bind("number", version)
                    .bind("sealed", key.sealed(secret, about(webhookId, version)))
                    .execute();
        });
    }

    /** The one drawn for a version, in the form in which receivers know it; empty once it is good for nothing. */
    public Optional<String> drawnFor(UUID webhookId, long version, Instant now) {
        return jdbi.withHandle(db -> db.createQuery(ONE)
                        .bind("webhookId", webhookId)
                        .bind("now", now)
                        .bind("number", version)
                        .map((row, _) -> key.opened(row.getBytes("sealed"), about(webhookId, version)))
                        .findOne())
                .map(secret -> PREFIX + Base64.getEncoder().encodeToString(secret));
    }

    /** All that are good and can be opened, the newest first; never none. */
    public List<byte[]> good(UUID webhookId, Instant now) {
        var opened = jdbi.withHandle(db -> db
                .createQuery(NEWEST_FIRST)
                .bind("webhookId", webhookId)
                .bind("now", now)
                .map((row, _) -> opened(row.getBytes("sealed"), webhookId, row.getLong("number")))
                .stream()
                .flatMap(Optional::stream)
                .toList());
        if (opened.isEmpty()) {
            throw new IllegalStateException("Webhook %s has no secret that opens".formatted(webhookId));
        }
        return opened;
    }

    private Optional<byte[]> opened(byte[] sealed, UUID webhookId, long number) {
        try {
            return Optional.of(key.opened(sealed, about(webhookId, number)));
        } catch (RuntimeException e) {
            LOG.warnf("Secret %d of webhook %s does not open: %s", number, webhookId, e.getMessage());
            return Optional.empty();
        }
    }

    private static byte[] about(UUID webhookId, long version) {
        return "%s %d".formatted(webhookId, version).getBytes(StandardCharsets.UTF_8);
    }
}
