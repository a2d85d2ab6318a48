package dev.hindsight.folds.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.policy.DayCount;
import dev.hindsight.contracts.policy.PostMortemPolicy;
import dev.hindsight.contracts.policy.SeverityRule;
import dev.hindsight.folds.policy.Deadline.Status;
import dev.hindsight.folds.policy.PostMortemClock.Facts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostMortemClockTest {

    private static final PostMortemPolicy STANDARD = PostMortemPolicy.standard();
    private static final Instant DECLARED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant RESOLVED = Instant.parse("2026-03-02T12:00:00Z"); // a Monday
    private static final Instant DUE = Instant.parse("2026-03-05T12:00:00Z");

    @Test
    void aSev1IsDueThreeDaysAfterItsEndAndTheReviewADayBefore() {
        var clock = clock(Severity.SEV1, RESOLVED, null, null, "2026-03-03T12:30:00Z");

        assertThat(clock.meeting())
                .isEqualTo(new Deadline(
                        Status.DUE,
                        DUE,
                        null,
                        "The meeting is due within 3 calendar days of the resolution of a SEV1; 1 d 23 h left."));
        assertThat(clock.review())
                .isEqualTo(new Deadline(
                        Status.DUE,
                        DUE.minus(Duration.ofDays(1)),
                        null,
                        "The review is due 24 h before the meeting is due; 23 h 30 min left."));
    }

    @Test
    void anIncidentThatIsNotResolvedCountsFromItsDeclaration() {
        var meeting =
                clock(Severity.SEV1, null, null, null, "2026-03-04T12:00:01Z").meeting();

        assertThat(meeting.due()).isEqualTo("2026-03-04T12:00:00Z");
        assertThat(meeting.status()).isEqualTo(Status.MISSED);
        assertThat(meeting.reason())
                .isEqualTo("The meeting was due within 3 calendar days of the declaration of a SEV1"
                        + " and is 0 h 0 min late by now.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05T12:00:00Z, MET, 'The meeting came in time, within 3 calendar days of the resolution of a SEV1.'",
        "2026-03-05T14:05:00Z, MISSED,"
                + " 'The meeting was due within 3 calendar days of the resolution of a SEV1 and came 2 h 5 min late.'"
    })
    void aMeetingIsMetUpToItsDueTime(Instant started, Status status, String reason) {
        var meeting = clock(Severity.SEV1, RESOLVED, started, null, "2027-01-01T00:00:00Z")
                .meeting();

        assertThat(meeting).isEqualTo(new Deadline(status, DUE, started, reason));
    }

    @Test
    void theReviewOfAMeetingThatTookPlaceWasDueBeforeThatMeeting() {
        var started = Instant.parse("2026-03-04T12:00:00Z");
        var late =
                clock(Severity.SEV1, RESOLVED, started, Instant.parse("2026-03-04T06:00:00Z"), "2026-03-04T13:00:00Z");

        assertThat(late.review())
                .isEqualTo(new Deadline(
                        Status.MISSED,
                        Instant.parse("2026-03-03T12:00:00Z"),
                        Instant.parse("2026-03-04T06:00:00Z"),
                        "The review was due 24 h before the meeting started and came 18 h 0 min late."));
    }

    @Test
    void aPostMortemThatThePolicyDidNotPlanIsDueAllTheSame() {
        var clock = clock(Severity.SEV4, RESOLVED, null, null, "2027-01-01T00:00:00Z");

        assertThat(clock.meeting().status()).isEqualTo(Status.MISSED);
        assertThat(clock.meeting().reason()).contains("within 5 working days of the resolution of a SEV4");
    }

    @Test
    void nothingIsDueOfAPostMortemThatWasWaived() {
        var clock = PostMortemClock.of(
                STANDARD,
                new Facts(Severity.SEV1, DECLARED, RESOLVED, null, null, true),
                Instant.parse("2027-01-01T00:00:00Z"));

        assertThat(clock.meeting())
                .isEqualTo(new Deadline(Status.NOT_APPLICABLE, null, null, "The post-mortem was waived."));
        assertThat(clock.review().status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    /** Clocks in Berlin went forward on Sunday 2026-03-29. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-02T14:00:00Z, 5, 2026-03-09T14:00:00Z",
        "Europe/Berlin, 2026-03-27T13:00:00Z, 5, 2026-04-03T12:00:00Z",
        "Europe/Berlin, 2026-03-28T13:00:00Z, 1, 2026-03-30T22:00:00Z",
        "Europe/Berlin, 2026-03-06T22:59:59Z, 1, 2026-03-09T22:59:59Z",
        "Europe/Berlin, 2026-03-06T23:00:00Z, 1, 2026-03-09T23:00:00Z",
        "UTC, 2026-03-06T23:00:00Z, 1, 2026-03-09T23:00:00Z",
        "UTC, 2026-03-07T00:00:00Z, 5, 2026-03-16T00:00:00Z",
        "UTC, 2026-03-08T10:00:00Z, 5, 2026-03-16T00:00:00Z"
    })
    void ofWorkingDaysWeekendsDoNotCount(String zone, Instant start, int days, Instant due) {
        assertThat(WorkingDays.after(start, days, ZoneId.of(zone))).isEqualTo(due);
    }

    @Property
    void isNeverDueOnAWeekend(
            @ForAll("instants") Instant start,
            @ForAll @IntRange(min = 1, max = 40) int days,
            @ForAll("zones") ZoneId zone) {
        assertThat(WorkingDays.after(start, days, zone).atZone(zone).getDayOfWeek())
                .isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @Property
    void isNotDueEarlierForWhatEndedLaterOrHasMoreDays(
            @ForAll("instants") Instant start,
            @ForAll @LongRange(min = 0, max = 1_000_000) long later,
            @ForAll @IntRange(min = 1, max = 40) int days,
            @ForAll DayCount count,
            @ForAll("zones") ZoneId zone) {
        var due = due(start, days, count, zone);

        assertThat(due(start.plusSeconds(later), days, count, zone)).isAfterOrEqualTo(due);
        assertThat(due(start, days + 1, count, zone)).isAfter(due);
        assertThat(due).isAfterOrEqualTo(start.plus(Duration.ofDays(days)));
    }

    @Property
    void aCalendarDayIs24HoursAcrossAChangeOfClocks(
            @ForAll("instants") Instant start,
            @ForAll @IntRange(min = 1, max = 40) int days,
            @ForAll("zones") ZoneId zone) {
        assertThat(due(start, days, DayCount.CALENDAR, zone)).isEqualTo(start.plusSeconds(days * 86_400L));
    }

    /** Where clocks change on weekends only. */
    @Property
    void workingDaysKeepTheTimeOnTheWall(
            @ForAll("instants") Instant start, @ForAll @IntRange(min = 1, max = 40) int days) {
        var berlin = ZoneId.of("Europe/Berlin");
        var begun = start.atZone(berlin);
        var due = WorkingDays.after(start, days, berlin).atZone(berlin);

        boolean isWeekend = begun.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        assertThat(due.toLocalTime()).isEqualTo(isWeekend ? LocalTime.MIDNIGHT : begun.toLocalTime());
    }

    @Property
    void aMeetingThatIsMetWasNeverMissedBefore(
            @ForAll("instants") Instant start, @ForAll @LongRange(min = 0, max = 2_000_000) long after) {
        var at = start.plusSeconds(after);
        var open = PostMortemClock.of(STANDARD, new Facts(Severity.SEV2, start, start, null, null, false), at)
                .meeting();
        var done = PostMortemClock.of(STANDARD, new Facts(Severity.SEV2, start, start, at, null, false), at)
                .meeting();

        assertThat(done.status() == Status.MET).isEqualTo(open.status() == Status.DUE);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(1_600_000_000L, 1_900_000_000L).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "Europe/Berlin",
                        "America/New_York",
                        "Asia/Beirut",
                        "America/Havana",
                        "Pacific/Apia",
                        "Australia/Lord_Howe",
                        "Asia/Kathmandu",
                        "Africa/Cairo",
                        "America/Santiago")
                .map(ZoneId::of);
    }

    private static Instant due(Instant start, int days, DayCount count, ZoneId zone) {
        var severities = new EnumMap<>(STANDARD.severities());
        severities.put(Severity.SEV1, new SeverityRule(true, days, count, 24, 1));
        var policy = new PostMortemPolicy(zone.getId(), severities);
        var meeting = PostMortemClock.of(policy, new Facts(Severity.SEV1, start, start, null, null, false), start)
                .meeting();
        return Objects.requireNonNull(meeting.due());
    }

    private static PostMortemClock clock(
            Severity severity,
            @Nullable Instant resolved,
            @Nullable Instant started,
            @Nullable Instant shared,
            String now) {
        return PostMortemClock.of(
                STANDARD, new Facts(severity, DECLARED, resolved, started, shared, false), Instant.parse(now));
    }
}
