package dev.hindsight.actionitem.overview;

import dev.hindsight.folds.actionitem.ActionItemLifecycle;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** What the lists and their counts ask of a row, in SQL: said once, so that they agree. */
final class Flags {

    static final String OPEN = "item.status = ANY(:openStatuses)";
    static final String OVERDUE = "item.due < :today::date AND item.status = ANY(:dueStatuses)";
    static final String UNOWNED = "item.owner IS NULL AND " + OPEN;
    static final String UNDATED = "item.due IS NULL AND " + OPEN;
    static final String BLOCKED = "item.status = 'BLOCKED'";
    static final String DEFERRED = "item.status = 'DEFERRED'";
    static final String UNVERIFIED = "item.status = 'DONE'";
    static final String VERIFIED = "item.status = 'VERIFIED'";
    static final String RECURRED = "item.recurrences > 0";

    private Flags() {}

    /** Whether an item is overdue for so many days. */
    static String overdueFor(DayRange days) {
        return days.before("item.due") + " AND item.status = ANY(:dueStatuses)";
    }

    static Query bind(Query query, LocalDate today) {
        return query.bind("today", today)
                .bindArray("openStatuses", String.class, names(ActionItemLifecycle.open()))
                .bindArray("dueStatuses", String.class, names(ActionItemLifecycle.due()));
    }

    private static List<String> names(Collection<? extends Enum<?>> statuses) {
        return statuses.stream().map(Enum::name).toList();
    }
}
