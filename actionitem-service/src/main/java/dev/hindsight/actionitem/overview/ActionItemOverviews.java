package dev.hindsight.actionitem.overview;

import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.rights.ReadScope;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Finds and counts the rows of the list that one person may read: those of whose incidents they may read every one. */
@Singleton
public class ActionItemOverviews {

    private static final String OPEN =
            "(status IN ('PROPOSED', 'ACCEPTED', 'IN_PROGRESS', 'BLOCKED', 'INEFFECTIVE', 'DEFERRED'))";
    private static final String OVERDUE = """
            (coalesce(due, 'infinity') < :today::date
             AND status IN ('PROPOSED', 'ACCEPTED', 'IN_PROGRESS', 'BLOCKED', 'INEFFECTIVE'))""";
    private static final String UNOWNED = "(owner IS NULL)";
    private static final String UNDATED = "(due IS NULL)";
    private static final String BLOCKED = "(status = 'BLOCKED')";

    /** Of a row called item that one person may read all of its incidents; its parameters are those of {@link #bind}. */
    public static final String READABLE = """
            NOT EXISTS (
                   SELECT FROM unnest(item.incident_ids) AS incident (id)
                     LEFT JOIN actionitem.incident_access AS access ON access.incident_id = incident.id
                    WHERE (access.visibility = 'OPEN' AND :open
                           OR access.visibility = 'TEAM'
                              AND (:everyTeam OR access.team = ANY(:ownTeams) OR access.teams && :ownTeams)
                           OR :subject = ANY(access.people)) IS NOT TRUE)
               AND cardinality(item.incident_ids) > 0
            """;

    /** Lists and counts ask for the same rows, so that they agree. */
    private static final String MATCHING = """
              FROM actionitem.action_item_overview AS item
             WHERE \
            """ + READABLE + """
               AND (:state::text IS NULL OR status = :state)
               AND (:owner::text IS NULL OR owner = :owner)
               AND (:team::text IS NULL OR team = :team)
               AND (:incident::uuid IS NULL OR incident_ids @> ARRAY[:incident::uuid])
               AND (:factor::uuid IS NULL OR factors @> ARRAY[:factor::uuid])
               AND (:dueBefore::date IS NULL OR due < :dueBefore::date)
               AND (:text::text IS NULL
                    OR to_tsvector('simple', reference || ' ' || title) @@ plainto_tsquery('simple', :text))
            """
            + flag("toDo", OPEN)
            + flag("overdue", OVERDUE)
            + flag("unowned", UNOWNED)
            + flag("undated", UNDATED)
            + flag("blocked", BLOCKED);

    private static final String ROWS = """
            SELECT action_item_id, reference, title, status, team, owner, due, %s AS overdue,
                   CASE status WHEN 'BLOCKED' THEN blocked_since END AS blocked_since,
                   CASE status WHEN 'BLOCKED' THEN roadblock END AS roadblock,
                   CASE status WHEN 'DEFERRED' THEN deferred_until END AS deferred_until,
                   kind, strength, priority, executive, factors, post_mortem_id, incident_ids, opened_at, version
            """.formatted(OVERDUE) + MATCHING + """
               AND (:afterId::uuid IS NULL OR (opened_at, action_item_id) < (:afterTime::timestamptz, :afterId::uuid))
             ORDER BY opened_at DESC, action_item_id DESC
             LIMIT :limit
            """;
    private static final String COUNTS = """
            SELECT count(*) AS all, count(*) FILTER (WHERE %s) AS open, count(*) FILTER (WHERE %s) AS overdue,
                   count(*) FILTER (WHERE %s) AS unowned, count(*) FILTER (WHERE %s) AS undated,
                   count(*) FILTER (WHERE %s) AS blocked, count(*) FILTER (WHERE status = 'DEFERRED') AS deferred,
                   count(*) FILTER (WHERE status = 'DONE') AS unverified
            """.formatted(OPEN, OVERDUE, UNOWNED, UNDATED, BLOCKED) + MATCHING;

    private final Jdbi jdbi;

    ActionItemOverviews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What to look for; null does not matter. */
    public record Filter(
            @Nullable ActionItemStatus state,
            @Nullable String owner,
            @Nullable String team,
            @Nullable UUID incident,
            @Nullable UUID factor,
            @Nullable LocalDate dueBefore,
            @Nullable String text,
            @Nullable Boolean toDo,
            @Nullable Boolean overdue,
            @Nullable Boolean unowned,
            @Nullable Boolean undated,
            @Nullable Boolean blocked) {}

    /** The last row already seen. */
    public record After(Instant afterTime, UUID afterId) {}

    /**
     * Newest first.
     *
     * @param today what is due before it is overdue
     */
    public List<ActionItemOverview> find(
            ReadScope scope, Filter filter, LocalDate today, @Nullable After after, int limit) {
        return jdbi.withHandle(db -> asked(db, ROWS, scope, filter, today)
                .bind("afterTime", after == null ? null : after.afterTime())
                .bind("afterId", after == null ? null : after.afterId())
                .bind("limit", limit)
                .map(ConstructorMapper.of(ActionItemOverview.class))
                .list());
    }

    /** How many of what {@link #find} would find are what. */
    public ActionItemCounts count(ReadScope scope, Filter filter, LocalDate today) {
        return jdbi.withHandle(db -> asked(db, COUNTS, scope, filter, today)
                .map(ConstructorMapper.of(ActionItemCounts.class))
                .one());
    }

    private static Query asked(Handle db, String sql, ReadScope scope, Filter filter, LocalDate today) {
        return bind(db.createQuery(sql), scope).bindMethods(filter).bind("today", today);
    }

    /** What {@link #READABLE} asks of. */
    public static Query bind(Query query, ReadScope scope) {
        return query.bind("open", scope.open())
                .bind("everyTeam", scope.everyTeam())
                .bindArray("ownTeams", String.class, List.copyOf(scope.teams()))
                .bind("subject", scope.subject());
    }

    private static String flag(String name, String predicate) {
        return "   AND (:%1$s::boolean IS NULL OR %2$s = :%1$s)%n".formatted(name, predicate);
    }
}
