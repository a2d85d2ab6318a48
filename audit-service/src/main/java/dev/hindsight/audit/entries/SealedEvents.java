package dev.hindsight.audit.entries;

import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.contracts.digest.DigestEvent;
import dev.hindsight.contracts.glossary.GlossaryEvent;
import dev.hindsight.contracts.policy.PolicyEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is sealed, in the order of the log; what belongs to a restricted incident, or tells of one, comes without its
 * payload.
 */
public final class SealedEvents {

    /**
     * What is not known yet to belong to incidents that are all unrestricted is withheld as well. That an item recurred tells
     * of a later incident, which it does not belong to.
     */
    private static final String MATCHING = """
            SELECT p.position, p.sequenced_at, l.actor, e.event_id, e.aggregate_type, e.aggregate_id, e.sequence,
                   e.event_type, e.revision, e.appended_at, e.appended_by, e.payload,
                   e.aggregate_type <> ALL (:ofNoIncident) AND (p.position > :known OR NOT coalesce((
                       SELECT bool_and(a.restricted IS NOT DISTINCT FROM false)
                         FROM audit.incident_part i LEFT JOIN audit.incident_access a USING (incident_id)
                        WHERE i.aggregate_id = e.aggregate_id), false)
                       OR e.event_type = :recurred AND NOT EXISTS (
                       SELECT FROM audit.incident_access a
                        WHERE a.incident_id = (e.payload::json ->> 'incidentId')::uuid AND NOT a.restricted)) AS withheld
              FROM audit.leaf l
              JOIN log.log_position p USING (position)
              JOIN log.event_entry e USING (global_index)
             WHERE l.position > :after AND l.position <= :upTo
               AND %s
             ORDER BY l.position
             LIMIT :limit
            """;

    /** What everyone reads, and digests, which name items by opaque ids alone. */
    private static final List<String> OF_NO_INCIDENT =
            List.of(GlossaryEvent.AGGREGATE_TYPE, PolicyEvent.AGGREGATE_TYPE, DigestEvent.AGGREGATE_TYPE);

    private static final String RECURRED = EventCatalogue.nameOf(ActionItemRecurred.class);

    private final Jdbi jdbi;

    public SealedEvents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What to look for; null does not matter.
     *
     * @param after position before the first that is looked at
     * @param upTo last position that is looked at
     */
    public record Filter(
            long after,
            long upTo,
            @Nullable UUID aggregate,
            @Nullable String type,
            @Nullable String actor) {

        public Filter from(long position) {
            return new Filter(Math.max(after, position), upTo, aggregate, type, actor);
        }

        /** Only the conditions that hold something: each has an index of its own. */
        private String conditions() {
            return "true"
                    + (aggregate == null ? "" : " AND e.aggregate_id = :aggregate")
                    + (type == null ? "" : " AND l.event_type = :type")
                    + (actor == null ? "" : " AND l.actor = :actor");
        }
    }

    /** @param known up to this position it is known what is restricted */
    public List<SealedEvent> find(Filter filter, long known, int limit) {
        return jdbi.withHandle(db -> {
            var query = db.createQuery(MATCHING.formatted(filter.conditions()))
                    .bindArray("ofNoIncident", String.class, OF_NO_INCIDENT)
                    .bind("recurred", RECURRED)
                    .bind("known", known)
                    .bind("after", filter.after())
                    .bind("upTo", filter.upTo())
                    .bind("limit", limit);
            if (filter.aggregate() != null) {
                query.bind("aggregate", filter.aggregate());
            }
            if (filter.type() != null) {
                query.bind("type", filter.type());
            }
            if (filter.actor() != null) {
                query.bind("actor", filter.actor());
            }
            return query.map((row, _) -> event(row)).list();
        });
    }

    private static SealedEvent event(ResultSet row) throws SQLException {
        boolean withheld = row.getBoolean("withheld");
        return new SealedEvent(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                row.getString("aggregate_type"),
                row.getObject("aggregate_id", UUID.class),
                row.getLong("sequence"),
                row.getString("event_type"),
                row.getString("revision"),
                row.getObject("sequenced_at", OffsetDateTime.class).toInstant(),
                row.getObject("appended_at", OffsetDateTime.class).toInstant(),
                row.getString("appended_by"),
                row.getString("actor"),
                withheld,
                withheld ? null : row.getString("payload"));
    }
}
