package dev.hindsight.actionitem.deliveries;

import dev.hindsight.actionitem.deliveries.Attempts.Tried;
import dev.hindsight.actionitem.deliveries.Delivery.State;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Keeps what webhooks are told of. An event is told once to each, under one id, whoever finds that it is to be told. */
@Singleton
public class Deliveries {

    /** The id of what one webhook is told of one event. */
    static final String ID = """
            encode(substr(sha256(convert_to(webhook_id || ' ' || event_id, 'UTF8')), 1, 16), 'hex')::uuid""";

    static final String COLUMNS = """
            INSERT INTO actionitem.webhook_delivery (
                delivery_id, webhook_id, position, event_id, event_type, aggregate_type, aggregate_id, recorded_at,
                state, next_attempt_at)
            """;
    private static final String PLAN = COLUMNS + "SELECT " + ID + """
            , webhook_id, :position, event_id, :eventType, :aggregateType, :aggregateId, :recordedAt, 'PENDING', :now
              FROM (VALUES (:webhookId::uuid, :eventId::uuid)) AS told (webhook_id, event_id)
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
    private static final String HOLD =
            "UPDATE actionitem.webhook_delivery SET version = version + 1 WHERE delivery_id = :deliveryId";
    private static final String SETTLE = """
            UPDATE actionitem.webhook_delivery
               SET state = :state, attempts = :attempts, status_code = :statusCode, failure = :failure,
                   next_attempt_at = :nextAttemptAt, settled_at = :settledAt, tellable = :tellable,
                   first_attempt_at = coalesce(first_attempt_at, :now)
             WHERE delivery_id = :deliveryId AND round = :round AND state = 'PENDING'
            """;
    private static final String LET_GO = """
            UPDATE actionitem.webhook_delivery AS delivery
               SET version = delivery.version + 1, state = 'FAILED', failure = 'The subscription was disabled.',
                   next_attempt_at = NULL, settled_at = :now
              FROM actionitem.webhook
             WHERE webhook.webhook_id = delivery.webhook_id AND disabled_at IS NOT NULL AND state = 'PENDING'
            """;

    /** What it is about is told of those alone whose receiver may know it: of the others it is not known who may. */
    private static final String OF_WEBHOOK = """
            SELECT delivery_id, position, sent.event_id, sent.event_type, state, attempts, status_code, failure,
                   next_attempt_at, settled_at, version
              FROM actionitem.webhook_delivery AS delivery
              LEFT JOIN LATERAL (SELECT delivery.event_id, delivery.event_type) AS sent
                ON delivery.tellable
             WHERE webhook_id = :webhookId
            """;

    private static final String PAGE = OF_WEBHOOK + """
               <state>
               AND (:before::bigint IS NULL OR position < :before)
             ORDER BY position DESC LIMIT :limit
            """;
    private static final String ONE = OF_WEBHOOK + " AND delivery_id = :deliveryId";

    private final Jdbi jdbi;
    private final Attempts attempts;

    Deliveries(Jdbi jdbi, Attempts attempts) {
        this.jdbi = jdbi;
        this.attempts = attempts;
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

    /**
     * What came of it this time.
     *
     * @param tellable whether its receiver may know what it is about, as far as was found out
     */
    public record Outcome(
            State state,
            int attempts,
            @Nullable Integer statusCode,
            @Nullable String failure,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant settledAt,
            boolean tellable) {}

    void plan(List<Planned> planned, Instant now) {
        jdbi.useHandle(db -> {
            var batch = db.prepareBatch(PLAN);
            planned.forEach(each -> batch.bindMethods(each).bind("now", now).add());
            batch.execute();
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

    /** Notes what came of an attempt, and the attempt itself. */
    void settle(Due due, Outcome outcome, Tried tried, Instant now) {
        jdbi.useTransaction(db -> {
            settle(db, due, outcome, now);
            Attempts.keep(db, due.deliveryId(), tried, outcome);
        });
    }

    /** Nothing was tried, as its receiver may not be told. */
    void withhold(Due due, String failure, Instant now) {
        var outcome = new Outcome(State.WITHHELD, due.attempts(), null, failure, null, now, false);
        jdbi.useTransaction(db -> settle(db, due, outcome, now));
    }

    /** Unless it was asked for again meanwhile. */
    private static void settle(Handle db, Due due, Outcome outcome, Instant now) {
        db.createUpdate(HOLD).bind("deliveryId", due.deliveryId()).execute();
        db.createUpdate(SETTLE)
                .bindMethods(outcome)
                .bind("deliveryId", due.deliveryId())
                .bind("round", due.round())
                .bind("now", now)
                .execute();
    }

    /** What webhooks were to be told that are disabled by now. */
    void letGo(Instant now) {
        jdbi.useHandle(db -> db.createUpdate(LET_GO).bind("now", now).execute());
    }

    /** One of them, with its newest attempts. */
    public Optional<TriedDelivery> find(UUID webhookId, UUID deliveryId) {
        return jdbi.withHandle(db -> db.createQuery(ONE)
                        .bind("webhookId", webhookId)
                        .bind("deliveryId", deliveryId)
                        .map(ConstructorMapper.of(Delivery.class))
                        .findOne())
                .map(delivery -> delivery.with(attempts.newest(deliveryId)));
    }

    /**
     * Newest first.
     *
     * @param before the position of the last one already seen; null from the first one on
     */
    public List<Delivery> page(UUID webhookId, @Nullable State state, @Nullable Long before, int limit) {
        return jdbi.withHandle(db -> db.createQuery(PAGE)
                .define("state", state == null ? "" : "AND state = '%s'".formatted(state))
                .bind("webhookId", webhookId)
                .bind("before", before)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Delivery.class))
                .list());
    }
}
