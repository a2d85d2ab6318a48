package dev.hindsight.actionitem.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many action items a list with the same filter shows.
 *
 * @param all without another filter
 * @param open with {@code open=true}: those with something left to do
 * @param overdue with {@code overdue=true}
 * @param unowned with {@code unowned=true}
 * @param undated with {@code undated=true}
 * @param blocked with {@code blocked=true}
 * @param deferred with {@code state=DEFERRED}
 * @param unverified with {@code state=DONE}
 * @param verified with {@code verified=true}
 * @param recurred with {@code recurred=true}
 * @param overdueByAge each with {@code overdueDays} as it says
 */
public record ActionItemCounts(
        long all,
        long open,
        long overdue,
        long unowned,
        long undated,
        long blocked,
        long deferred,
        long unverified,
        long verified,
        long recurred,
        List<OverdueAge> overdueByAge) {

    public static final ActionItemCounts NONE = new ActionItemCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, OverdueAge.none());

    /** Names and conditions of what is counted, in the order of the fields. */
    private static final Map<String, String> CONDITIONS = conditions();

    /** What to select of {@link #GROUPED} rows. */
    static final String COLUMNS = CONDITIONS.entrySet().stream()
            .map(counted -> "coalesce(sum(n) FILTER (WHERE %s), 0)::bigint AS %s"
                    .formatted(counted.getValue(), counted.getKey()))
            .collect(Collectors.joining(",\n       "));

    /**
     * What to select, and to group by, of the rows to be counted, under the names that the conditions know: rows that no
     * condition tells apart are put together first, so that each is asked of a few groups and not of every row.
     */
    static final String GROUPED = """
            item.status, %s AS due, CASE WHEN item.owner IS NOT NULL THEN '' END AS owner,
                   least(item.recurrences, 1) AS recurrences""".formatted(OverdueAge.representative("item.due"));

    static ActionItemCounts of(ResultSet row) throws SQLException {
        var ages = new long[OverdueAge.RANGES.size()];
        for (int i = 0; i < ages.length; i++) {
            ages[i] = row.getLong("age_" + i);
        }
        return new ActionItemCounts(
                row.getLong("n_all"),
                row.getLong("n_open"),
                row.getLong("n_overdue"),
                row.getLong("n_unowned"),
                row.getLong("n_undated"),
                row.getLong("n_blocked"),
                row.getLong("n_deferred"),
                row.getLong("n_unverified"),
                row.getLong("n_verified"),
                row.getLong("n_recurred"),
                OverdueAge.of(ages));
    }

    private static Map<String, String> conditions() {
        var all = new LinkedHashMap<String, String>();
        all.put("n_all", "true");
        all.put("n_open", Flags.OPEN);
        all.put("n_overdue", Flags.OVERDUE);
        all.put("n_unowned", Flags.UNOWNED);
        all.put("n_undated", Flags.UNDATED);
        all.put("n_blocked", Flags.BLOCKED);
        all.put("n_deferred", Flags.DEFERRED);
        all.put("n_unverified", Flags.UNVERIFIED);
        all.put("n_verified", Flags.VERIFIED);
        all.put("n_recurred", Flags.RECURRED);
        for (int i = 0; i < OverdueAge.RANGES.size(); i++) {
            all.put("age_" + i, Flags.overdueFor(OverdueAge.RANGES.get(i)));
        }
        return all;
    }
}
