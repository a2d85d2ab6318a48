package dev.hindsight.actionitem.overview;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number of days from one to another, both included.
 *
 * @param max null for no end
 */
public record DayRange(int min, @Nullable Integer max) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.\\.(\\d{1,6})?");

    /** Of a text such as {@code 8..30} or {@code 91..}, from one day on; empty for any other. */
    public static Optional<DayRange> parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var max = parts.group(2);
        var range = new DayRange(Integer.parseInt(parts.group(1)), max == null ? null : Integer.valueOf(max));
        return range.min < 1 || range.max != null && range.max < range.min ? Optional.empty() : Optional.of(range);
    }

    public String text() {
        return min + ".." + (max == null ? "" : max);
    }

    /** What says in SQL that a date lies so many days before {@code :today}. */
    String before(String date) {
        var latest = "%s <= :today::date - %d".formatted(date, min);
        return max == null ? latest : "%s AND %s >= :today::date - %d".formatted(latest, date, max);
    }
}
