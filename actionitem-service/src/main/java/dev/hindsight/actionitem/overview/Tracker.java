package dev.hindsight.actionitem.overview;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** By what items are counted apart: who follows them up, how late they are, and what they are to keep from happening again. */
public enum Tracker {
    /** What is open and nobody's is counted apart, without a key. */
    OWNER("item.owner", "NULL", "", "item.owner IS NOT NULL OR " + Flags.OPEN),
    TEAM("item.team", "NULL", "", "true"),
    AGE(ages(), "NULL", "", Flags.OVERDUE),
    FACTOR(
            "addressed.id::text",
            """
            (SELECT factor.statement FROM actionitem.known_factor AS factor
              WHERE factor.factor_id = grouped.key::uuid AND %s)""".formatted(Matching.readable("factor.incident_ids")),
            "CROSS JOIN LATERAL (SELECT DISTINCT id FROM unnest(item.factors) AS each (id)) AS addressed",
            "true"),
    INCIDENT(
            "about.id::text",
            """
            (SELECT access.reference FROM actionitem.incident_access AS access
              WHERE access.incident_id = grouped.key::uuid)""",
            "CROSS JOIN LATERAL (SELECT DISTINCT id FROM unnest(item.incident_ids) AS each (id)) AS about",
            "true");

    private final String key;
    private final String name;
    private final String from;
    private final String only;

    Tracker(String key, String name, String from, String only) {
        this.key = key;
        this.name = name;
        this.from = from;
        this.only = only;
    }

    /** Most overdue first, then most open. */
    String sql(Matching matching, boolean isFirst) {
        return """
                SELECT grouped.*, %s AS name
                  FROM (SELECT key, %s
                          FROM (SELECT %s, %s AS key, count(*) AS n
                                  FROM actionitem.action_item_overview AS item %s
                                %s GROUP BY 1, 2, 3, 4, 5) AS item
                         GROUP BY key) AS grouped
                %s ORDER BY -n_overdue, -n_open, coalesce(key, '')
                 LIMIT :limit
                """.formatted(
                        name,
                        ActionItemCounts.COLUMNS,
                        ActionItemCounts.GROUPED,
                        key,
                        from,
                        matching.whereAll(only),
                        isFirst
                                ? ""
                                : " WHERE (-n_overdue, -n_open, coalesce(key, '')) > (:afterOverdue, :afterOpen, :afterKey)");
    }

    private static String ages() {
        return IntStream.range(0, OverdueAge.RANGES.size())
                .mapToObj(OverdueAge.RANGES::get)
                .map(range -> "WHEN %s THEN '%s'".formatted(range.before("item.due"), range.text()))
                .collect(Collectors.joining(" ", "CASE ", " END"));
    }
}
