package dev.hindsight.folds.policy;

import dev.hindsight.contracts.policy.TeamPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/** Tells on which days a team works, and when it may be told something; holidays are not known. */
public record TeamCalendar(TeamPolicy policy) {

    /** When people are reminded of what falls on a day, if that is a working day, else on the next one. */
    public Instant onOrAfter(LocalDate day) {
        return remindAt(working(day, it -> it.plusDays(1)));
    }

    /** When people are reminded of what falls on a day, if that is a working day, else on the last one before it. */
    public Instant onOrBefore(LocalDate day) {
        return remindAt(working(day, it -> it.minusDays(1)));
    }

    public LocalDate dayOf(Instant time) {
        return time.atZone(zone()).toLocalDate();
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    /** The same moment if people may be told something then, else the first one after it when they may. */
    public Instant tellableFrom(Instant time) {
        var at = time.atZone(zone());
        var day = at.toLocalDate();
        if (isWorking(day) && !isQuietAt(at.toLocalTime())) {
            return time;
        }
        boolean endsToday = isWorking(day) && at.toLocalTime().isBefore(policy.quietTo());
        var next = endsToday ? day : working(day.plusDays(1), it -> it.plusDays(1));
        boolean quietFirst = endsToday || isQuietAt(LocalTime.MIDNIGHT);
        return next.atTime(quietFirst ? policy.quietTo() : LocalTime.MIDNIGHT)
                .atZone(zone())
                .toInstant();
    }

    /** The first moment of then or later when people may be told something, but not before they are reminded on that day. */
    public Instant remindableFrom(Instant time) {
        var tellable = tellableFrom(time);
        var reminders = remindAt(dayOf(tellable));
        return tellable.isBefore(reminders) ? reminders : tellable;
    }

    /** The last moment of the quiet hours is not in them. */
    public boolean isQuietAt(LocalTime time) {
        var from = policy.quietFrom();
        var to = policy.quietTo();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : to.isBefore(from) && (!time.isBefore(from) || time.isBefore(to));
    }

    private boolean isWorking(LocalDate day) {
        return policy.workingDays().contains(day.getDayOfWeek());
    }

    private LocalDate working(LocalDate day, UnaryOperator<LocalDate> next) {
        var it = day;
        while (!isWorking(it)) {
            it = next.apply(it);
        }
        return it;
    }

    private Instant remindAt(LocalDate day) {
        return day.atTime(policy.remindAt()).atZone(zone()).toInstant();
    }

    private ZoneId zone() {
        return ZoneId.of(policy.zone());
    }
}
