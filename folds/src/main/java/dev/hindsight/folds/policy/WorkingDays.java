package dev.hindsight.folds.policy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * Adds days of 24 hours, of which only those from Monday 00:00 to Friday 24:00 of a time zone count. Where the clocks are
 * changed on a weekend, as nearly everywhere, five working days after Friday 14:00 are therefore the next Friday 14:00.
 */
final class WorkingDays {

    private WorkingDays() {}

    /** Never on a weekend: what begins or ends on one moves to Monday 00:00. A later start never ends earlier. */
    static Instant after(Instant start, int days, ZoneId zone) {
        var at = onAWorkingDay(start, zone);
        var left = Duration.ofDays(days);
        for (var weekend = nextWeekend(at, zone); !at.plus(left).isBefore(weekend); weekend = nextWeekend(at, zone)) {
            left = left.minus(Duration.between(at, weekend));
            at = onAWorkingDay(weekend, zone);
        }
        return at.plus(left);
    }

    private static Instant onAWorkingDay(Instant time, ZoneId zone) {
        var day = time.atZone(zone).toLocalDate();
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                ? time
                : day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .atStartOfDay(zone)
                        .toInstant();
    }

    private static Instant nextWeekend(Instant time, ZoneId zone) {
        return time.atZone(zone)
                .toLocalDate()
                .with(TemporalAdjusters.next(DayOfWeek.SATURDAY))
                .atStartOfDay(zone)
                .toInstant();
    }
}
