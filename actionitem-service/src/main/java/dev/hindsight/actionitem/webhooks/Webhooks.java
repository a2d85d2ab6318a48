package dev.hindsight.actionitem.webhooks;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Keeps the subscriptions. Each change makes another version. */
@Singleton
public class Webhooks {

    private static final String COLUMNS = """
            SELECT webhook_id, url, description, team, event_types, created_at, created_by, rotated_by,
                   disabled_at, disabled_because, disabled_by, replayed_from, replayed_to, replay_up_to, replayed_by,
                   NULL AS secret, version
              FROM actionitem.webhook
            """;
    private static final String ADD = """
            INSERT INTO actionitem.webhook (
                webhook_id, url, description, team, event_types, starts_after, created_at, created_by, version)
            VALUES (:webhookId, :url, :description, :team, :eventTypes, :startsAfter, :createdAt, :createdBy, 1)
            """;
    private static final String PAGE = COLUMNS + """
             WHERE :after::uuid IS NULL OR webhook_id < :after::uuid
             ORDER BY webhook_id DESC LIMIT :limit
            """;
    private static final String ONE = COLUMNS + " WHERE webhook_id = :webhookId";
    private static final String LISTENING = """
            SELECT webhook_id, team, event_types, starts_after FROM actionitem.webhook WHERE disabled_at IS NULL
            """;
    private static final String ROTATE = """
            UPDATE actionitem.webhook SET version = version + 1, rotated_by = :by WHERE webhook_id = :webhookId
            """;
    private static final String REPLAY = """
            UPDATE actionitem.webhook
               SET version = version + 1, replayed_from = :from, replayed_to = :from - 1,
                   replay_up_to = greatest(:upTo, :from - 1), replayed_by = :by
             WHERE webhook_id = :webhookId
            """;
    private static final String DISABLE = """
            UPDATE actionitem.webhook SET version = version + 1, disabled_at = :now, disabled_because = :because,
                   disabled_by = :by
             WHERE webhook_id = :webhookId AND disabled_at IS NULL
            """;
    private static final String LET_GO = """
            UPDATE actionitem.webhook_delivery
               SET version = version + 1, state = 'FAILED', failure = 'The subscription was disabled.',
                   next_attempt_at = NULL, settled_at = :now
             WHERE webhook_id = :webhookId AND state = 'PENDING'
            """;

    private final Jdbi jdbi;

    public Webhooks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What is wanted; {@code startsAfter} is the position after which it begins. */
    public record Wanted(
            UUID webhookId,
            String url,
            @Nullable String description,
            @Nullable String team,
            List<String> eventTypes,
            long startsAfter,
            Instant createdAt,
            String createdBy) {}

    /** Which events are told by a subscription. */
    public record Listening(UUID webhookId, @Nullable String team, List<String> eventTypes, long startsAfter) {}

    public void add(Wanted wanted) {
        jdbi.useHandle(db -> db.createUpdate(ADD)
                .bindMethods(wanted)
                .bindArray("eventTypes", String.class, wanted.eventTypes())
                .execute());
    }

    /**
     * Newest first.
     *
     * @param after the last one already seen; null from the first one on
     */
    public List<Webhook> page(@Nullable UUID after, int limit) {
        return jdbi.withHandle(db -> db.createQuery(PAGE)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Webhook.class))
                .list());
    }

    public Optional<Webhook> find(UUID webhookId) {
        return find(ONE, webhookId);
    }

    /** The same, which nobody else changes until the caller's transaction ends. */
    public Optional<Webhook> findToChange(UUID webhookId) {
        return find(ONE + " FOR UPDATE", webhookId);
    }

    public List<Listening> listening() {
        return jdbi.withHandle(db -> db.createQuery(LISTENING)
                .map(ConstructorMapper.of(Listening.class))
                .list());
    }

    /** It has another secret. */
    public void rotated(UUID webhookId, String by) {
        jdbi.useHandle(db -> db.createUpdate(ROTATE)
                .bind("webhookId", webhookId)
                .bind("by", by)
                .execute());
    }

    /** It is to be told again what is recorded from one position to another; that takes the place of what it still was to be. */
    public void replay(UUID webhookId, long from, long upTo, String by) {
        jdbi.useHandle(db -> db.createUpdate(REPLAY)
                .bind("webhookId", webhookId)
                .bind("from", from)
                .bind("upTo", upTo)
                .bind("by", by)
                .execute());
    }

    /**
     * Nothing more is told, not even what was to be told.
     *
     * @param by null where it is the receiver that wants no more
     */
    public void disable(UUID webhookId, String because, @Nullable String by, Instant now) {
        jdbi.useTransaction(db -> {
            db.createUpdate(DISABLE)
                    .bind("webhookId", webhookId)
                    .bind("because", because)
                    .bind("by", by)
                    .bind("now", now)
                    .execute();
            db.createUpdate(LET_GO)
                    .bind("webhookId", webhookId)
                    .bind("now", now)
                    .execute();
        });
    }

    private Optional<Webhook> find(String sql, UUID webhookId) {
        return jdbi.withHandle(db -> db.createQuery(sql)
                .bind("webhookId", webhookId)
                .map(ConstructorMapper.of(Webhook.class))
                .findOne());
    }
}
