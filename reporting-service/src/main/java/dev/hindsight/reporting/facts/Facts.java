package dev.hindsight.reporting.facts;

import dev.hindsight.logkit.Histories;
import dev.hindsight.rights.ReadScope;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Reads the facts of one report: as one person may see them, and all as of one position of the log. */
@Singleton
public class Facts {

    private static final String POSITION = "SELECT coalesce(max(position), 0) FROM reporting.known_up_to";
    private static final String RECORDED_AT = "SELECT sequenced_at FROM log.log_position WHERE position = :position";
    private static final String READABLE = """
            (i.visibility = 'OPEN' AND :open
             OR i.visibility = 'TEAM' AND (:everyTeam OR i.team = ANY(:ownTeams) OR i.teams && :ownTeams)
             OR :subject = ANY(i.people))
            """;
    private static final String INCIDENTS = """
            SELECT i.* FROM reporting.incident_fact AS i
             WHERE %s
               AND i.first_position <= :position
               AND (:past AND i.position > :position
                    OR (:allTeams OR i.team = ANY(:reportTeams))
                       AND (:from::timestamptz IS NULL OR i.started_at >= :from::timestamptz)
                       AND (:to::timestamptz IS NULL OR i.started_at < :to::timestamptz))
             ORDER BY i.incident_id
            """.formatted(READABLE);
    private static final String ACTION_ITEMS = """
            SELECT a.* FROM reporting.action_item_fact AS a
             WHERE a.first_position <= :position
               AND (:past AND a.position > :position
                    OR (:allTeams OR a.team = ANY(:reportTeams))
                       AND (:to::timestamptz IS NULL OR a.opened_at < :to::timestamptz))
               AND (SELECT count(*) FROM reporting.incident_fact AS i
                     WHERE i.incident_id = ANY(a.incident_ids) AND %s) = cardinality(a.incident_ids)
             ORDER BY a.action_item_id
            """.formatted(READABLE);

    private final Jdbi jdbi;
    private final PastFacts past;

    Facts(Jdbi jdbi, Histories histories) {
        this.jdbi = jdbi;
        this.past = new PastFacts(histories);
    }

    /**
     * What to read.
     *
     * @param readable as the reader's rights are now, whatever position is asked for
     * @param teams whose incidents and action items; null for all
     * @param from the earliest start of an incident; null for none
     * @param to which no start reaches; null for none
     */
    public record Selection(
            ReadScope readable,
            @Nullable List<String> teams,
            @Nullable Instant from,
            @Nullable Instant to) {

        boolean includes(IncidentFact incident) {
            return isOfTeam(incident.team())
                    && (from == null || !incident.startedAt().isBefore(from))
                    && (to == null || incident.startedAt().isBefore(to));
        }

        boolean includes(ActionItemFact item) {
            return isOfTeam(item.team()) && (to == null || item.openedAt().isBefore(to));
        }

        private boolean isOfTeam(String team) {
            return teams == null || teams.contains(team);
        }
    }

    /**
     * The facts, each list in the order of its ids.
     *
     * @param position of the last event that they include, or the one that was asked for
     * @param recordedAt when the log gave that position; null where nothing is recorded
     */
    public record Snapshot(
            long position,
            @Nullable Instant recordedAt,
            List<IncidentFact> incidents,
            List<ActionItemFact> actionItems) {}

    public Snapshot read(Selection selection) {
        return rows(selection, OptionalLong.empty());
    }

    /**
     * The facts as they stood at a position that the projection is past. What has not changed since is in its rows; what has,
     * or begins to belong to the selection by what it was, is folded from its own entries.
     */
    public Snapshot read(Selection selection, long position) {
        return past.at(position, rows(selection, OptionalLong.of(position)), selection);
    }

    /** The position is read first: from then on no rebuilt tables can take the place of these. */
    private Snapshot rows(Selection selection, OptionalLong at) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, db -> {
            long known = db.createQuery(POSITION).mapTo(Long.class).one();
            long position = at.orElse(known);
            boolean past = at.isPresent();
            var incidents = query(db, INCIDENTS, selection, position, past)
                    .map(ConstructorMapper.of(IncidentFact.class))
                    .list();
            var items = query(db, ACTION_ITEMS, selection, position, past)
                    .map(ConstructorMapper.of(ActionItemFact.class))
                    .list();
            return new Snapshot(position, recordedAt(db, position), incidents, items);
        });
    }

    private static @Nullable Instant recordedAt(Handle db, long position) {
        return db.createQuery(RECORDED_AT)
                .bind("position", position)
                .mapTo(Instant.class)
                .findOne()
                .orElse(null);
    }

    /** @param past whether rows that were changed after the position are read as well, whatever they say now */
    private static Query query(Handle db, String sql, Selection selection, long position, boolean past) {
        var teams = selection.teams();
        return db.createQuery(sql)
                .bind("position", position)
                .bind("past", past)
                .bind("open", selection.readable().open())
                .bind("everyTeam", selection.readable().everyTeam())
                .bindArray(
                        "ownTeams",
                        String.class,
                        List.copyOf(selection.readable().teams()))
                .bind("subject", selection.readable().subject())
                .bind("allTeams", teams == null)
                .bindArray("reportTeams", String.class, teams == null ? List.of() : teams)
                .bind("from", selection.from())
                .bind("to", selection.to());
    }
}
