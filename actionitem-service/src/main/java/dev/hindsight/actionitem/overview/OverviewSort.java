package dev.hindsight.actionitem.overview;

import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.rest.Cursor;
import dev.hindsight.kit.rest.Parameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which order a list comes, and where in it a page begins. What has no due date comes last, either way. */
public enum OverviewSort {
    NEWEST("-opened", By.OPENED, "item.opened_at", "DESC"),
    OLDEST("opened", By.OPENED, "item.opened_at", "ASC"),
    DUE_FIRST("due", By.DUE, "coalesce(item.due, 'infinity'::date)", "ASC"),
    DUE_LAST("-due", By.DUE, "coalesce(item.due, '-infinity'::date)", "DESC"),
    PRIORITY("priority", By.PRIORITY_AND_DUE, "coalesce(item.due, 'infinity'::date)", "ASC");

    private static final String NO_PRIORITY = "4";

    private final String text;
    private final By by;
    private final String column;
    private final String direction;

    OverviewSort(String text, By by, String column, String direction) {
        this.text = text;
        this.by = by;
        this.column = column;
        this.direction = direction;
    }

    private enum By {
        OPENED,
        DUE,
        PRIORITY_AND_DUE
    }

    /**
     * The last row already seen.
     *
     * @param rank of its priority, where that matters
     * @param value a time, a date, or a date without end
     */
    public record After(String rank, String value, UUID id) {}

    /** Newest first where nothing is said. */
    public static OverviewSort parse(@Nullable String sort) {
        var asked = Parameters.text(sort);
        if (asked == null) {
            return NEWEST;
        }
        return Arrays.stream(values())
                .filter(one -> one.text.equals(asked))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "sort",
                        Arrays.stream(values())
                                .map(one -> one.text)
                                .collect(Collectors.joining(", ", "must be one of [", "]"))));
    }

    /** Where a page begins, if it is not the first one. */
    public Optional<After> after(@Nullable String cursor) {
        return Cursor.parse(cursor, 4).map(given -> after(given.values()));
    }

    private After after(List<String> values) {
        var value = values.get(2);
        if (!values.getFirst().equals(text) || !values.get(1).matches("[1-4]")) {
            throw ProblemException.invalid("cursor", "must be the nextCursor of a page of this list, in this order");
        }
        if (by == By.OPENED) {
            Parameters.instant("cursor", value);
        } else if (!value.matches("-?infinity")) {
            Parameters.date("cursor", value);
        }
        return new After(values.get(1), value, Parameters.id("cursor", values.getLast()));
    }

    public Cursor cursor(ActionItemOverview last) {
        var rank = last.priority() == null
                ? NO_PRIORITY
                : Integer.toString(last.priority().ordinal() + 1);
        var value = by == By.OPENED ? last.openedAt().toString() : due(last.due());
        return Cursor.of(text, rank, value, last.actionItemId().toString());
    }

    private String due(@Nullable LocalDate due) {
        if (due == null) {
            return this == DUE_LAST ? "-infinity" : "infinity";
        }
        return due.toString();
    }

    String order() {
        var ranked = by == By.PRIORITY_AND_DUE ? "item.priority_rank " + direction + ", " : "";
        return " ORDER BY %s%s %s, item.action_item_id %s\n".formatted(ranked, column, direction, direction);
    }

    /** What holds of the rows after the one that is bound. */
    String afterwards() {
        var type = by == By.OPENED ? "timestamptz" : "date";
        var than = direction.equals("ASC") ? ">" : "<";
        return by == By.PRIORITY_AND_DUE
                ? "(item.priority_rank, %s, item.action_item_id) %s (:rank::int, :value::%s, :id::uuid)"
                        .formatted(column, than, type)
                : "(%s, item.action_item_id) %s (:value::%s, :id::uuid)".formatted(column, than, type);
    }
}
