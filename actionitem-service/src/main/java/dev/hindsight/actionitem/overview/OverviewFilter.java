package dev.hindsight.actionitem.overview;

import dev.hindsight.contracts.actionitem.ActionItemStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which action items to look for; null does not matter.
 *
 * @param text words, or beginnings of words, of what is said of an item
 * @param toDo open
 * @param unowned open, and nobody's
 * @param undated open, and without a due date
 * @param verified somebody else has seen that it is done
 * @param recurred a later incident shares a contributing factor with it although it was verified
 * @param overdueDays for how many days it is overdue
 */
public record OverviewFilter(
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
        @Nullable Boolean blocked,
        @Nullable Boolean verified,
        @Nullable Boolean recurred,
        @Nullable DayRange overdueDays) {

    /**
     * Each word may go on: {@code mis} finds the misses. Lexemes are quoted, so nothing in a word is an operator. As a query of
     * its own it is not known when the plan is made, which would take every beginning of a word for a frequent one.
     */
    private static final String WORDS =
            "(SELECT regexp_replace(plainto_tsquery('simple', :text)::text, '''(?= &|$)', ''':*', 'g')::tsquery)";

    /** What must hold of a row, in SQL; the names bound are those of the fields. */
    List<String> conditions() {
        var all = new ArrayList<String>();
        when(state, "item.status = :state", all);
        when(owner, "item.owner = :owner", all);
        when(team, "item.team = :team", all);
        when(incident, "item.incident_ids @> ARRAY[:incident::uuid]", all);
        when(factor, "item.factors @> ARRAY[:factor::uuid]", all);
        when(dueBefore, "item.due < :dueBefore", all);
        when(text, "item.search @@ " + WORDS, all);
        flag(toDo, Flags.OPEN, all);
        flag(overdue, Flags.OVERDUE, all);
        flag(unowned, Flags.UNOWNED, all);
        flag(undated, Flags.UNDATED, all);
        flag(blocked, Flags.BLOCKED, all);
        flag(verified, Flags.VERIFIED, all);
        flag(recurred, Flags.RECURRED, all);
        if (overdueDays != null) {
            all.add(Flags.overdueFor(overdueDays));
        }
        return all;
    }

    private static void when(@Nullable Object asked, String condition, List<String> all) {
        if (asked != null) {
            all.add(condition);
        }
    }

    private static void flag(@Nullable Boolean asked, String condition, List<String> all) {
        if (asked != null) {
            all.add(asked ? condition : "(%s) IS NOT TRUE".formatted(condition));
        }
    }
}
