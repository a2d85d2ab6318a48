package dev.hindsight.actionitem.overview;

import dev.hindsight.rights.ReadScope;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Finds and counts the rows of the list. */
@Singleton
public class ActionItemOverviews {

    private static final String ROWS = """
            SELECT item.action_item_id, item.reference, item.title, item.status, item.team, item.owner, item.due,
                   coalesce(%s, false) AS overdue,
                   CASE item.status WHEN 'BLOCKED' THEN item.blocked_since END AS blocked_since,
                   CASE item.status WHEN 'BLOCKED' THEN item.roadblock END AS roadblock,
                   CASE item.status WHEN 'DEFERRED' THEN item.deferred_until END AS deferred_until,
                   item.kind, item.strength, item.priority, item.executive, item.done_when, item.measure, item.factors,
                   item.recurrences, item.post_mortem_id, item.incident_ids, item.opened_at, item.version
              FROM actionitem.action_item_overview AS item
            """.formatted(Flags.OVERDUE);
    private static final String COUNTS = """
            SELECT %s
              FROM (SELECT %s, count(*) AS n
                      FROM actionitem.action_item_overview AS item
                    <where> GROUP BY 1, 2, 3, 4) AS item
            """.formatted(ActionItemCounts.COLUMNS, ActionItemCounts.GROUPED);
    private static final String STRENGTHS = """
            SELECT EXISTS (
                SELECT FROM actionitem.action_item_overview AS item
                 WHERE item.incident_ids && :incidents AND item.action_item_id <> :itself
                   AND item.strength IN ('STRONGER', 'INTERMEDIATE') AND item.status NOT IN ('REJECTED', 'DROPPED')
                   AND %s)
            """.formatted(Matching.readable("item.incident_ids"));

    private final Jdbi jdbi;

    ActionItemOverviews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param after the last row already seen; null for the first page */
    public List<ActionItemOverview> find(
            Matching matching, OverviewSort sort, OverviewSort.@Nullable After after, int limit) {
        var where = after == null ? matching.where() : matching.where(sort.afterwards());
        return jdbi.withHandle(db -> {
            var query = matching.query(db, ROWS + where + sort.order() + " LIMIT :limit")
                    .bind("limit", limit);
            return (after == null ? query : query.bindMethods(after))
                    .map(ConstructorMapper.of(ActionItemOverview.class))
                    .list();
        });
    }

    public ActionItemCounts count(Matching matching) {
        return jdbi.withHandle(db -> matching.query(db, COUNTS.replace("<where>", matching.whereAll()))
                .map((row, _) -> ActionItemCounts.of(row))
                .one());
    }

    /** Whether beside an item there is one of these incidents that relies less on people, and is not given up. */
    public boolean isAnyStronger(ReadScope scope, List<UUID> incidents, UUID itself) {
        return jdbi.withHandle(db -> Matching.bind(db.createQuery(STRENGTHS), scope)
                .bindArray("incidents", UUID.class, incidents)
                .bind("itself", itself)
                .mapTo(boolean.class)
                .one());
    }
}
