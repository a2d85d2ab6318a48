package dev.hindsight.actionitem.overview;

import dev.hindsight.rights.ReadScope;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * The rows that a filter means for one person: those of whose incidents they may read every one. Lists, counts and trackers
 * ask for the same rows, so that they agree.
 *
 * @param today what is due before it is overdue
 */
public record Matching(ReadScope scope, OverviewFilter filter, LocalDate today) {

    /** What may be read is found once for a query, and an incident that nothing is known of is not among it. */
    private static final String READABLE_INCIDENTS = """
            SELECT access.incident_id FROM actionitem.incident_access AS access
             WHERE access.visibility = 'OPEN' AND :open
                OR access.visibility = 'TEAM'
                   AND (:everyTeam OR access.team = ANY(:ownTeams) OR access.teams && :ownTeams)
                OR :subject = ANY(access.people)""";

    private static final String READABLE =
            "NOT EXISTS (SELECT FROM unnest(%s) AS about (id) WHERE about.id NOT IN (" + READABLE_INCIDENTS + "))";
    /** An item without an incident is nobody's to read. Most are of one, for which nothing has to be taken apart. */
    private static final String READ = "item.incident_id IN (" + READABLE_INCIDENTS + ")";

    private static final String EACH = READ + " AND (NOT item.several_incidents OR %s)";
    /** For the few rows of a page. */
    private static final String EACH_IN_TURN = EACH.formatted(readable("item.incident_ids"));
    /**
     * For all rows, of which an index tells what is counted: the few of several incidents are looked up beside it. What may be
     * read is a condition and no join, which would be made row by row.
     */
    private static final String EACH_BESIDE = "(" + READ
            + ") IS TRUE AND (NOT item.several_incidents OR %s)".formatted("""
            NOT EXISTS (
                   SELECT FROM actionitem.action_item_overview AS same CROSS JOIN unnest(same.incident_ids) AS about (id)
                    WHERE same.several_incidents AND same.action_item_id = item.action_item_id AND about.id NOT IN (%s))""".formatted(READABLE_INCIDENTS));

    /** Whether all of these incidents may be read; what it asks of is bound by {@link #bind}. */
    public static String readable(String incidentIds) {
        return READABLE.formatted(incidentIds);
    }

    /** @param more conditions beside those of the filter */
    String where(String... more) {
        return where(EACH_IN_TURN, more);
    }

    /**
     * For what looks at every row instead of at a page of them.
     *
     * @param more conditions beside those of the filter
     */
    String whereAll(String... more) {
        return where(EACH_BESIDE, more);
    }

    private String where(String readable, String... more) {
        return Stream.concat(Stream.of(readable), Stream.concat(filter.conditions().stream(), Stream.of(more)))
                .map("(%s)"::formatted)
                .collect(Collectors.joining("\n   AND ", " WHERE ", "\n"));
    }

    Query query(Handle db, String sql) {
        return bound(db.createQuery(sql).bindMethods(filter));
    }

    /** Whose rights a query that asks what is {@link #readable} goes by. */
    public static Query bind(Query query, ReadScope scope) {
        return query.bind("open", scope.open())
                .bind("everyTeam", scope.everyTeam())
                .bindArray("ownTeams", String.class, List.copyOf(scope.teams()))
                .bind("subject", scope.subject());
    }

    /** With what all such queries name; each of them names only some of it. */
    private Query bound(Query query) {
        return Flags.bind(
                bind(
                        query.configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true)),
                        scope),
                today);
    }
}
