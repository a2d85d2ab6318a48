package dev.hindsight.actionitem.deliveries;

import dev.hindsight.actionitem.deliveries.Deliveries.About;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Plans what webhooks are to be told again, some positions of the log at a time, each time in a transaction of its own with
 * how far it has come.
 */
@Singleton
public class Replays {

    private static final Logger LOG = Logger.getLogger(Replays.class);
    private static final int POSITIONS = 1_000;

    private static final String UNDER_WAY = """
            SELECT webhook_id FROM actionitem.webhook WHERE replayed_to < replay_up_to AND disabled_at IS NULL
            """;
    private static final String NEXT = """
            SELECT webhook_id, team, event_types, replayed_to + 1 AS first,
                   least(replayed_to + :positions, replay_up_to) AS last
              FROM actionitem.webhook
             WHERE webhook_id = :webhookId AND replayed_to < replay_up_to AND disabled_at IS NULL
               FOR UPDATE
            """;
    private static final String AGAIN = """
            UPDATE actionitem.webhook_delivery
               SET version = version + 1, state = 'PENDING', round = round + 1, attempts = 0, status_code = NULL, failure = NULL,
                   first_attempt_at = NULL, next_attempt_at = :now, settled_at = NULL, tellable = false
             WHERE webhook_id = :webhookId AND position BETWEEN :first AND :last
            """;
    private static final String IN_LOG = """
              FROM log.log_position JOIN log.event_entry USING (global_index)
             WHERE position BETWEEN :first AND :last AND event_type = ANY(:eventTypes)
            """;
    private static final String SUBJECTS = "SELECT DISTINCT aggregate_type, aggregate_id" + IN_LOG;
    private static final String FOR_THE_FIRST_TIME =
            Deliveries.COLUMNS + "SELECT " + Deliveries.ID + """
            , webhook_id, position, event_id, event_type, aggregate_type, aggregate_id, appended_at, 'PENDING', :now
              FROM (SELECT :webhookId::uuid AS webhook_id, position, event_id, event_type, aggregate_type, aggregate_id,
                           appended_at
            """ + IN_LOG + """
               AND (:ofAny OR aggregate_id = ANY(:aggregateIds))) AS recorded
            ON CONFLICT DO NOTHING
            """;

    /** The last step is a change of the webhook: it is then told again all that it was to be. */
    private static final String COME_TO = """
            UPDATE actionitem.webhook
               SET replayed_to = :last, version = version + CASE WHEN replay_up_to = :last THEN 1 ELSE 0 END
             WHERE webhook_id = :webhookId
            """;

    private final Jdbi jdbi;
    private final Subjects subjects;

    Replays(Jdbi jdbi, Subjects subjects) {
        this.jdbi = jdbi;
        this.subjects = subjects;
    }

    /** The next positions for one webhook. */
    public record Positions(UUID webhookId, @Nullable String team, List<String> eventTypes, long first, long last) {}

    /** The next positions of each that is under way; one that fails is tried again the next time. */
    void carryOn(Instant now) {
        jdbi.withHandle(db -> db.createQuery(UNDER_WAY).mapTo(UUID.class).list())
                .forEach(webhookId -> carryOn(webhookId, now));
    }

    private void carryOn(UUID webhookId, Instant now) {
        try {
            jdbi.useTransaction(db -> db.createQuery(NEXT)
                    .bind("webhookId", webhookId)
                    .bind("positions", POSITIONS)
                    .map(ConstructorMapper.of(Positions.class))
                    .findOne()
                    .ifPresent(positions -> plan(db, positions, now)));
        } catch (RuntimeException e) {
            LOG.errorf(e, "What webhook %s is to be told again is not planned", webhookId);
        }
    }

    /** What is there already is told again, and what was recorded before the webhook was there for the first time. */
    private void plan(Handle db, Positions positions, Instant now) {
        db.createUpdate(AGAIN).bindMethods(positions).bind("now", now).execute();
        db.createUpdate(FOR_THE_FIRST_TIME)
                .bindMethods(positions)
                .bindArray("eventTypes", String.class, positions.eventTypes())
                .bind("ofAny", positions.team() == null)
                .bindArray(
                        "aggregateIds",
                        UUID.class,
                        positions.team() == null ? List.of() : of(positions.team(), db, positions))
                .bind("now", now)
                .execute();
        db.createUpdate(COME_TO).bindMethods(positions).execute();
    }

    private List<UUID> of(String team, Handle db, Positions positions) {
        return db
                .createQuery(SUBJECTS)
                .bindMethods(positions)
                .bindArray("eventTypes", String.class, positions.eventTypes())
                .map(ConstructorMapper.of(About.class))
                .list()
                .stream()
                .filter(about -> subjects.teamOf(about).filter(team::equals).isPresent())
                .map(About::aggregateId)
                .toList();
    }
}
