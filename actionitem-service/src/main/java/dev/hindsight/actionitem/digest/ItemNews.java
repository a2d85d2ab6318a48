package dev.hindsight.actionitem.digest;

import dev.hindsight.actionitem.notice.NoticeKind;
import dev.hindsight.actionitem.notice.Notices.Told;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.folds.actionitem.ActionItemLifecycle;
import dev.hindsight.folds.actionitem.ActionItemState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What still holds of what a reader was to be told of one action item.
 *
 * @param told without what was overtaken since it was decided
 * @param today on which it is told: days are counted from there
 */
record ItemNews(ActionItemState item, List<Told> told, LocalDate today, String reader) {

    ItemNews {
        told = told.stream().filter(each -> holds(each, item, today, reader)).toList();
    }

    /** What matters most of it today; empty where nothing is left to tell. */
    Optional<NoticeKind> heading() {
        return told.stream().map(this::kindToday).sorted().findFirst();
    }

    boolean isTheReaders() {
        return reader.equals(item.owner());
    }

    private NoticeKind kindToday(Told each) {
        var due = item.due();
        if (!isAboutTheDueDate(each.kind()) || due == null) {
            return each.kind();
        }
        return due.isBefore(today)
                ? NoticeKind.OVERDUE
                : due.equals(today) ? NoticeKind.DUE_TODAY : NoticeKind.DUE_SOON;
    }

    private static boolean holds(Told told, ActionItemState item, LocalDate today, String reader) {
        return switch (told.kind()) {
            case OVERDUE, DUE_TODAY, DUE_SOON ->
                (told.rung() != null || reader.equals(item.owner()))
                        && isWaitedFor(item.status())
                        && isDueAsSaid(told, item.due(), today);
            case BLOCKED -> item.status() == ActionItemStatus.BLOCKED;
            case TO_VERIFY -> item.status() == ActionItemStatus.DONE && !reader.equals(item.owner());
            case TO_ACCEPT -> item.status() == ActionItemStatus.PROPOSED;
            case RECURRED -> true;
            case RESUMED -> reader.equals(item.owner()) && isWaitedFor(item.status());
        };
    }

    private static boolean isWaitedFor(ActionItemStatus status) {
        return status != ActionItemStatus.PROPOSED && ActionItemLifecycle.isDue(status);
    }

    /** A date that was moved is told of when it comes near, unless it has passed. */
    private static boolean isDueAsSaid(Told told, @Nullable LocalDate due, LocalDate today) {
        return due != null && (due.isBefore(today) || told.kind() != NoticeKind.OVERDUE && due.equals(told.about()));
    }

    private static boolean isAboutTheDueDate(NoticeKind kind) {
        return switch (kind) {
            case OVERDUE, DUE_TODAY, DUE_SOON -> true;
            case BLOCKED, TO_VERIFY, TO_ACCEPT, RECURRED, RESUMED -> false;
        };
    }
}
