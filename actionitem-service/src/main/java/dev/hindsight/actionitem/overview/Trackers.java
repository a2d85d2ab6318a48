package dev.hindsight.actionitem.overview;

import dev.hindsight.kit.rest.Cursor;
import dev.hindsight.kit.rest.Parameters;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Counts the rows of the list apart by owner, team, age, factor or incident. */
@Singleton
public class Trackers {

    private final Jdbi jdbi;

    Trackers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The last row already seen.
     *
     * @param afterOverdue and {@code afterOpen}: not above zero, as the most comes first
     */
    public record After(long afterOverdue, long afterOpen, String afterKey) {}

    /** For how many days items are overdue, youngest first, none left out. */
    public List<TrackerRow> ages(Matching matching) {
        var known = count(matching, Tracker.AGE, null, OverdueAge.RANGES.size()).stream()
                .collect(Collectors.toMap(TrackerRow::key, Function.identity()));
        return OverdueAge.RANGES.stream()
                .map(range ->
                        known.getOrDefault(range.text(), new TrackerRow(range.text(), null, ActionItemCounts.NONE)))
                .toList();
    }

    /** @param after null for the first page */
    public List<TrackerRow> count(Matching matching, Tracker by, @Nullable After after, int limit) {
        return jdbi.withHandle(db -> {
            var query = matching.query(db, by.sql(matching, after == null)).bind("limit", limit);
            return (after == null ? query : query.bindMethods(after))
                    .map((row, _) ->
                            new TrackerRow(row.getString("key"), row.getString("name"), ActionItemCounts.of(row)))
                    .list();
        });
    }

    public static Cursor cursor(TrackerRow last) {
        return Cursor.of(
                Long.toString(last.counts().overdue()),
                Long.toString(last.counts().open()),
                last.key() == null ? "" : last.key());
    }

    public static After after(Cursor cursor) {
        return new After(
                -Parameters.number("cursor", cursor.values().get(0)),
                -Parameters.number("cursor", cursor.values().get(1)),
                cursor.values().get(2));
    }
}
