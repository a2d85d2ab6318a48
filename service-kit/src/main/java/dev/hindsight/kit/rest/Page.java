package dev.hindsight.kit.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor asks for the page after this one; null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * Of the rows found, which are one more than were asked for where there are more.
     *
     * @param cursor says of the last row shown where the next page begins
     */
    public static <T> Page<T> of(List<T> found, int rows, Function<? super T, Cursor> cursor) {
        return found.size() <= rows
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, rows),
                        cursor.apply(found.get(rows - 1)).text());
    }
}
