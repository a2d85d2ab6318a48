package dev.hindsight.log.counter;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What must hold of log and projection together, asked of the database itself. */
public final class Truth {

    private static final String NUMBERED = """
            SELECT count(*) = (SELECT count(*) FROM log.event_entry) AND count(*) = coalesce(max(position), 0)
              FROM log.log_position
            """;
    private static final String OUT_OF_ORDER = """
            SELECT count(*) FROM (
                SELECT sequence, lag(sequence) OVER (PARTITION BY aggregate_id ORDER BY position) AS before
                  FROM log.log_position JOIN log.event_entry USING (global_index)) AS entry
             WHERE sequence <> coalesce(before + 1, 0)
            """;
    private static final String EFFECT_BEFORE_CAUSE = """
            SELECT count(*) FROM (
                SELECT step, lag(step) OVER (PARTITION BY writer ORDER BY position) AS before
                  FROM (SELECT position, (payload::json ->> 'step')::bigint AS step, payload::json ->> 'writer' AS writer
                          FROM log.log_position JOIN log.event_entry USING (global_index)
                         WHERE event_type = 'counter-increased') AS increase) AS entry
             WHERE step <= before
            """;
    private static final String WRONG_ROWS = """
            SELECT coalesce(e.id, v.counter_id) AS id, e.increases AS expected, v.increases AS found
              FROM (SELECT aggregate_id AS id, count(*) FILTER (WHERE event_type = 'counter-increased') AS increases
                      FROM log.event_entry GROUP BY 1) AS e
              FULL JOIN counter.counter_value AS v ON v.counter_id = e.id
             WHERE e.increases IS DISTINCT FROM v.increases
            """;

    private final Jdbi jdbi;

    public Truth(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Every entry has a position, and positions are dense from 1. */
    public boolean everyEntryIsNumbered() {
        return one(NUMBERED, Boolean.class);
    }

    /** Neighbours of one aggregate that are not in the order of their sequence. */
    public long outOfOrder() {
        return one(OUT_OF_ORDER, Long.class);
    }

    /** Steps of one writer that have a lower position than the step before, which they saw. */
    public long effectsBeforeTheirCause() {
        return one(EFFECT_BEFORE_CAUSE, Long.class);
    }

    /** Rows of the projection that differ from what the log says. */
    public List<Map<String, Object>> wrongRows() {
        return jdbi.withHandle(db -> db.createQuery(WRONG_ROWS).mapToMap().list());
    }

    public boolean projectionIsExact() {
        return everyEntryIsNumbered() && wrongRows().isEmpty();
    }

    public long entries() {
        return one("SELECT count(*) FROM log.event_entry", Long.class);
    }

    public long head() {
        return one("SELECT coalesce(max(position), 0) FROM log.log_position", Long.class);
    }

    public String owner() {
        return owner(CounterValues.NAME);
    }

    public String owner(String processor) {
        return one(
                "SELECT coalesce(max(owner), '') FROM counter.token_entry WHERE processor_name = '%s'"
                        .formatted(processor),
                String.class);
    }

    private <T> T one(String sql, Class<T> type) {
        return jdbi.withHandle(db -> db.createQuery(sql).mapTo(type).one());
    }
}
