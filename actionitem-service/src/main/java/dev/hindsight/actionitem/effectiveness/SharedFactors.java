package dev.hindsight.actionitem.effectiveness;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Finds verified items that share a factor with another incident, unless it is recorded already. Two factors are the same where one is said to be the other
 * once more, or where both have the same external id.
 */
final class SharedFactors {

    private static final String OF_FACTORS = """
            WITH changed AS (
                     SELECT * FROM actionitem.known_factor WHERE factor_id = ANY(:factors) AND counts),
                 pair AS (
                     SELECT changed.factor_id AS one, other.factor_id AS two
                       FROM changed
                       JOIN actionitem.known_factor AS other ON other.origin = changed.origin AND other.counts
                      UNION
                     SELECT changed.factor_id, other.factor_id
                       FROM changed
                       JOIN actionitem.known_factor AS other
                         ON other.external_ids && changed.external_ids AND other.counts),
                 shared AS (SELECT one AS addressed, two AS later FROM pair UNION SELECT two, one FROM pair)
            SELECT DISTINCT ON (item.action_item_id, about.id, later.factor_id)
                   item.action_item_id, greatest(item.verified_at, item.opened_at) AS verified_at, about.id AS incident_id, later.post_mortem_id, shared.addressed,
                   later.factor_id
              FROM shared
              JOIN actionitem.effectiveness_item AS item ON item.factors @> ARRAY[shared.addressed]
              JOIN actionitem.known_factor AS later ON later.factor_id = shared.later
             CROSS JOIN LATERAL unnest(later.incident_ids) AS about (id)
             WHERE item.verified_at IS NOT NULL AND about.id <> ALL(item.incident_ids)
               AND (:item::uuid IS NULL OR item.action_item_id = :item::uuid)
               AND (:incident::uuid IS NULL OR about.id = :incident::uuid)
               AND NOT EXISTS (
                   SELECT FROM actionitem.effectiveness_recorded AS recorded
                    WHERE recorded.action_item_id = item.action_item_id AND recorded.incident_id = about.id
                      AND recorded.factor_id = later.factor_id)
             ORDER BY item.action_item_id, about.id, later.factor_id, shared.addressed
            """;
    private static final String OF_LINKS = """
            SELECT DISTINCT item.action_item_id, greatest(item.verified_at, item.opened_at) AS verified_at,
                   linked.later AS incident_id, NULL::uuid AS post_mortem_id, NULL::uuid AS addressed,
                   NULL::uuid AS factor_id
              FROM (SELECT incident_id AS earlier, other_id AS later FROM actionitem.same_factors_link WHERE holds
                     UNION
                    SELECT other_id, incident_id FROM actionitem.same_factors_link WHERE holds) AS linked
              JOIN actionitem.effectiveness_item AS item ON item.incident_ids @> ARRAY[linked.earlier]
             WHERE item.verified_at IS NOT NULL AND linked.later <> ALL(item.incident_ids)
               AND (:item::uuid IS NULL OR item.action_item_id = :item::uuid)
               AND (:incident::uuid IS NULL OR :incident::uuid IN (linked.earlier, linked.later))
               AND NOT EXISTS (
                   SELECT FROM actionitem.effectiveness_recorded AS recorded
                    WHERE recorded.action_item_id = item.action_item_id AND recorded.incident_id = linked.later)
             ORDER BY 1, 3
            """;
    private static final String FACTORS_OF_ITEM =
            "SELECT unnest(factors) FROM actionitem.effectiveness_item WHERE action_item_id = :id";
    private static final String FACTORS_OF_INCIDENT =
            "SELECT factor_id FROM actionitem.known_factor WHERE incident_ids @> ARRAY[:id]";

    private final Jdbi jdbi;

    SharedFactors(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** On either side: the items that address it, and those whose factors it is once more. */
    List<Candidate> ofFactor(UUID factor) {
        return found(OF_FACTORS, List.of(factor), null, null);
    }

    List<Candidate> ofItem(UUID item) {
        var candidates = found(OF_FACTORS, factors(FACTORS_OF_ITEM, item), item, null);
        candidates.addAll(found(OF_LINKS, List.of(), item, null));
        return candidates;
    }

    /** The factors come first: they tell more than links do. */
    List<Candidate> ofIncident(UUID incident) {
        var candidates = found(OF_FACTORS, factors(FACTORS_OF_INCIDENT, incident), null, incident);
        candidates.addAll(found(OF_LINKS, List.of(), null, incident));
        return candidates;
    }

    private List<UUID> factors(String sql, UUID id) {
        return jdbi.withHandle(
                db -> db.createQuery(sql).bind("id", id).mapTo(UUID.class).list());
    }

    private List<Candidate> found(String sql, List<UUID> factors, @Nullable UUID item, @Nullable UUID incident) {
        return jdbi.withHandle(db -> {
            var query = db.createQuery(sql).bind("item", item).bind("incident", incident);
            return (sql.equals(OF_FACTORS) ? query.bindArray("factors", UUID.class, factors) : query)
                    .map(ConstructorMapper.of(Candidate.class))
                    .list();
        });
    }
}
