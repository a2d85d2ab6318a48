package dev.hindsight.gateway.actionitems;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a page, and on which day: that decides what is told as the reader's own, and what as late.
 *
 * @param subject as people are known in the records
 */
public record Reader(String subject, LocalDate today) {

    private static final int ENOUGH_TO_TELL_APART = 8;

    /** People are known by opaque ids: the beginning of one tells two persons apart, and says no more. */
    public String named(@Nullable String person) {
        if (person == null) {
            return "nobody";
        }
        if (person.equals(subject)) {
            return "you";
        }
        return person.startsWith("service:")
                ? "Hindsight"
                : "person " + person.substring(0, Math.min(person.length(), ENOUGH_TO_TELL_APART));
    }

    public String named(List<String> people) {
        return people.stream().map(this::named).collect(Collectors.joining(", "));
    }

    /** How far off a due date is. */
    public String timing(LocalDate due) {
        var days = ChronoUnit.DAYS.between(today, due);
        if (days < 0) {
            return "overdue by " + days(-days);
        }
        return switch ((int) Math.min(days, 2)) {
            case 0 -> "due today";
            case 1 -> "due tomorrow";
            default -> "due in " + days(days);
        };
    }

    static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
