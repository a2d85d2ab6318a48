package dev.hindsight.actionitem.overview;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many items are overdue for so long.
 *
 * @param overdueDays the range of days, as the list takes it: {@code 1..7}, or {@code 91..} without an end
 */
public record OverdueAge(String overdueDays, long count) {

    /** The ranges that are told apart; together they are all that is overdue. */
    static final List<DayRange> RANGES =
            List.of(new DayRange(1, 7), new DayRange(8, 30), new DayRange(31, 90), new DayRange(91, null));

    /** In SQL a date that is overdue for as long as this one, by these ranges: the same for all that are. */
    static String representative(String date) {
        return RANGES.reversed().stream()
                .map(range -> "WHEN %s <= :today::date - %2$d THEN :today::date - %2$d".formatted(date, range.min()))
                .collect(
                        Collectors.joining(" ", "CASE ", " WHEN %s IS NOT NULL THEN :today::date END".formatted(date)));
    }

    /** None of any age. */
    static List<OverdueAge> none() {
        return of(new long[RANGES.size()]);
    }

    /** @param counts in the order of the ranges */
    static List<OverdueAge> of(long[] counts) {
        return IntStream.range(0, counts.length)
                .mapToObj(i -> new OverdueAge(RANGES.get(i).text(), counts[i]))
                .toList();
    }
}
