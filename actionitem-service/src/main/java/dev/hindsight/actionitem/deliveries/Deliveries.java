package dev.hindsight.actionitem.deliveries;

import dev.hindsight.actionitem.deliveries.Delivery.State;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Keeps what webhooks are told of. An event is told once to each, under one id, whoever finds that it is to be told. */
@Singleton
public class Deliveries {

    private static final String ID = """
            encode(substr(sha256(convert_to(webhook_id || ' ' || event_id, 'UTF8')), 1, 16), 'hex')::uuid""";
    private static final String COLUMNS = """
            INSERT INTO actionitem.webhook_delivery (
                delivery_id, webhook_id, position, event_id, event_type, aggregate_type, aggregate_id, recorded_at,
                state, next_attempt_at)
            """;
    private static final String PLAN = COLUMNS + "SELECT " + ID + """
            , webhook_id, :position, event_id, :eventType, :aggregateType, :aggregateId, :recordedAt, 'PENDING', :now
              FROM (VALUES (:webhookId::uuid, :eventId::uuid)) AS told (webhook_id, event_id)
            ON CONFLICT DO NOTHING
            """;
    private static final String ASK_AGAIN = """
            UPDATE actionitem.webhook_delivery
               SET state = 'PENDING', round = round + 1, attempts = 0, status_code = NULL, failure = NULL,
                   first_attempt_at = NULL, next_attempt_at = :now, settled_at = NULL
             WHERE webhook_id = :webhookId AND position >= :from
            """;
    private static final String IN_LOG = """
              FROM log.log_position JOIN log.event_entry USING (global_index)
             WHERE position >= :from AND event_type = ANY(:eventTypes)
            """;
    private static final String SUBJECTS = "SELECT DISTINCT aggregate_type, aggregate_id" + IN_LOG;
    private static final String PLAN_FROM = COLUMNS + "SELECT " + ID + """
            , webhook_id, position, event_id, event_type, aggregate_type, aggregate_id, appended_at, 'PENDING', :now
              FROM (SELECT :webhookId::uuid AS webhook_id, position, event_id, event_type, aggregate_type, aggregate_id,
                           appended_at
            """ + IN_LOG + """
               AND (:ofAny OR aggregate_id = ANY(:aggregateIds))) AS recorded
            ON CONFLICT DO NOTHING
            """;
    private static final String DUE = """
            SELECT due.*, webhook.url, webhook.team
              FROM actionitem.webhook
             CROSS JOIN LATERAL (
                   SELECT * FROM actionitem.webhook_delivery AS delivery
                    WHERE delivery.webhook_id = webhook.webhook_id AND state = 'PENDING' AND next_attempt_at <= :now
                    ORDER BY next_attempt_at, position LIMIT :each) AS due
             WHERE webhook.disabled_at IS NULL
            """;
    private static final String SETTLE = """
            UPDATE actionitem.webhook_delivery
               SET state = :state, attempts = :attempts, status_code = :statusCode, failure = :failure,
                   next_attempt_at = :nextAttemptAt, settled_at = :settledAt,
                   first_attempt_at = coalesce(first_attempt_at, :now)
             WHERE delivery_id = :deliveryId AND round = :round AND state = 'PENDING'
            """;
    private static final String PAGE = """
            SELECT delivery_id, position, event_id, event_type, state, attempts, status_code, failure, next_attempt_at,
                   settled_at
              FROM actionitem.webhook_delivery
             WHERE webhook_id = :webhookId AND (:state::text IS NULL OR state = :state)
               AND (:before::bigint IS NULL OR position < :before)
             ORDER BY position DESC LIMIT :limit
            """;

    private final Jdbi jdbi;

    Deliveries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An event that a webhook is to be told of. */
    public record Planned(
            UUID webhookId,
            long position,
            UUID eventId,
            String eventType,
            String aggregateType,
            UUID aggregateId,
            Instant recordedAt) {}

    /** What an event is about. */
    public record About(String aggregateType, UUID aggregateId) {}

    /** What came of one attempt. */
    public record Outcome(
            State state,
            int attempts,
            @Nullable Integer statusCode,
            @Nullable String failure,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant settledAt) {}

    void plan(List<Planned> planned, Instant now) {
        jdbi.useHandle(db -> {
            var batch = db.prepareBatch(PLAN);
            planned.forEach(each -> batch.bindMethods(each).bind("now", now).add());
            batch.execute();
        });
    }

    /**
     * Everything from a position on is told again, and what was recorded before the webhook was there for the first time.
     *
     * @param belongs which events are told, by what they are about; null for all of these types
     */
    public void planAgain(
            UUID webhookId, List<String> eventTypes, long from, @Nullable Predicate<About> belongs, Instant now) {
        jdbi.useHandle(db -> {
            db.createUpdate(ASK_AGAIN)
                    .bind("webhookId", webhookId)
                    .bind("from", from)
                    .bind("now", now)
                    .execute();
            var subjects = belongs == null
                    ? List.<UUID>of()
                    : db
                            .createQuery(SUBJECTS)
                            .bind("from", from)
                            .bindArray("eventTypes", String.class, eventTypes)
                            .map(ConstructorMapper.of(About.class))
                            .list()
                            .stream()
                            .filter(belongs)
                            .map(About::aggregateId)
                            .toList();
            db.createUpdate(PLAN_FROM)
                    .bind("webhookId", webhookId)
                    .bind("from", from)
                    .bindArray("eventTypes", String.class, eventTypes)
                    .bind("ofAny", belongs == null)
                    .bindArray("aggregateIds", UUID.class, subjects)
                    .bind("now", now)
                    .execute();
        });
    }

    /** Of every webhook the first ones, so that none is in the way of another. */
    List<Due> due(Instant now, int each) {
        return jdbi.withHandle(db -> db.createQuery(DUE)
                .bind("now", now)
                .bind("each", each)
                .map(ConstructorMapper.of(Due.class))
                .list());
    }

    /** Unless it was asked for again meanwhile. */
    void settle(Due due, Outcome outcome, Instant now) {
        jdbi.useHandle(db -> db.createUpdate(SETTLE)
                .bindMethods(outcome)
                .bind("deliveryId", due.deliveryId())
                .bind("round", due.round())
                .bind("now", now)
                .execute());
    }

    /**
     * Newest first.
     *
     * @param before the position of the last one already seen; null from the first one on
     */
    public List<Delivery> page(UUID webhookId, @Nullable State state, @Nullable Long before, int limit) {
        return jdbi.withHandle(db -> db.createQuery(PAGE)
                .bind("webhookId", webhookId)
                .bind("state", state)
                .bind("before", before)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Delivery.class))
                .list());
    }
}
