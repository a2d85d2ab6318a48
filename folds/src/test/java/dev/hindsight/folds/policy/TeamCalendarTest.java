package dev.hindsight.folds.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.policy.TeamPolicy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamCalendarTest {

    private static final TeamCalendar BERLIN = calendar("Europe/Berlin", "18:00", "08:00");

    @ParameterizedTest
    @CsvSource({
        // in the middle of a working day
        "2026-03-02T10:00:00Z, 2026-03-02T10:00:00Z",
        // before work, after it, and late on a Friday
        "2026-03-02T05:00:00Z, 2026-03-02T07:00:00Z",
        "2026-03-02T17:00:00Z, 2026-03-03T07:00:00Z",
        "2026-03-06T20:00:00Z, 2026-03-09T07:00:00Z",
        // the quiet hours end at eight, and begin at six sharp
        "2026-03-02T07:00:00Z, 2026-03-02T07:00:00Z",
        "2026-03-02T16:59:59Z, 2026-03-02T16:59:59Z",
        // on a Saturday and on a Sunday
        "2026-03-07T10:00:00Z, 2026-03-09T07:00:00Z",
        "2026-03-08T23:30:00Z, 2026-03-09T07:00:00Z",
        // the clocks go forward on the Sunday before
        "2026-03-27T20:00:00Z, 2026-03-30T06:00:00Z",
    })
    void nobodyIsToldAnythingInQuietHoursOrOnDaysOff(Instant decided, Instant told) {
        assertThat(BERLIN.tellableFrom(decided)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T12:30:00Z, 2026-03-02T14:00:00Z",
        "2026-03-02T05:00:00Z, 2026-03-02T05:00:00Z",
        "2026-03-07T05:00:00Z, 2026-03-09T00:00:00Z",
    })
    void quietHoursMayLieWithinADay(Instant decided, Instant told) {
        assertThat(calendar("UTC", "12:00", "14:00").tellableFrom(decided)).isEqualTo(told);
    }

    @Test
    void withoutQuietHoursOnlyDaysOffCount() {
        var calendar = calendar("UTC", "00:00", "00:00");

        assertThat(calendar.isQuietAt(LocalTime.MIDNIGHT)).isFalse();
        assertThat(calendar.tellableFrom(Instant.parse("2026-03-02T03:00:00Z"))).isEqualTo("2026-03-02T03:00:00Z");
        assertThat(calendar.tellableFrom(Instant.parse("2026-03-07T03:00:00Z"))).isEqualTo("2026-03-09T00:00:00Z");
    }

    @Test
    void aReminderMovesToTheNearestWorkingDayOnEitherSide() {
        var sunday = LocalDate.parse("2026-03-08");

        assertThat(BERLIN.onOrBefore(sunday)).isEqualTo("2026-03-06T08:00:00Z");
        assertThat(BERLIN.onOrAfter(sunday)).isEqualTo("2026-03-09T08:00:00Z");
        assertThat(BERLIN.onOrAfter(LocalDate.parse("2026-03-04"))).isEqualTo("2026-03-04T08:00:00Z");
    }

    private static TeamCalendar calendar(String zone, String from, String to) {
        return new TeamCalendar(new TeamPolicy(
                zone,
                List.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                LocalTime.of(9, 0),
                LocalTime.parse(from),
                LocalTime.parse(to),
                List.of(),
                null));
    }
}
