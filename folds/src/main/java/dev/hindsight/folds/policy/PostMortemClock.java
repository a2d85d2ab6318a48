package dev.hindsight.folds.policy;

import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.policy.DayCount;
import dev.hindsight.contracts.policy.PostMortemPolicy;
import dev.hindsight.contracts.policy.SeverityRule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Tells by when the meeting of a post-mortem and its review are due, and whether they came in time.
 *
 * <p>A post-mortem that somebody began is due like one that the policy planned. The clock starts when the incident was resolved; while it is not, when it was declared. A day is 24 hours, whatever the
 * clocks on the wall do, and of working days Saturdays and Sundays of the policy's zone do not count.
 *
 * @param meeting it is done when it starts
 * @param review it is done when it is shared; due before the meeting that took place, else before the meeting's due time
 */
public record PostMortemClock(Deadline meeting, Deadline review) {

    /**
     * What the clock goes by.
     *
     * @param severity as it is now
     * @param resolvedAt null while the incident is not resolved
     * @param meetingStartedAt null while there was no meeting
     * @param reviewSharedAt null while nothing was shared
     * @param waived there is to be no post-mortem
     */
    public record Facts(
            Severity severity,
            Instant declaredAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant meetingStartedAt,
            @Nullable Instant reviewSharedAt,
            boolean waived) {}

    /** @param policy the version in force */
    public static PostMortemClock of(PostMortemPolicy policy, Facts facts, Instant now) {
        var rule = policy.of(facts.severity());
        if (facts.waived()) {
            var reason = "The post-mortem was waived.";
            return new PostMortemClock(
                    notApplicable(reason, facts.meetingStartedAt()), notApplicable(reason, facts.reviewSharedAt()));
        }
        var start = facts.resolvedAt() == null ? facts.declaredAt() : facts.resolvedAt();
        var meetingDue = meetingDue(rule, start, ZoneId.of(policy.zone()));
        var meeting = facts.meetingStartedAt() == null ? meetingDue : facts.meetingStartedAt();
        var reviewDue = meeting.minus(Duration.ofHours(rule.reviewHoursBefore()));
        return new PostMortemClock(
                deadline("meeting", meetingAsked(rule, facts), meetingDue, facts.meetingStartedAt(), now),
                deadline("review", reviewAsked(rule, facts), reviewDue, facts.reviewSharedAt(), now));
    }

    private static Instant meetingDue(SeverityRule rule, Instant start, ZoneId zone) {
        return rule.days() == DayCount.CALENDAR
                ? start.plus(Duration.ofDays(rule.meetingWithinDays()))
                : WorkingDays.after(start, rule.meetingWithinDays(), zone);
    }

    private static String meetingAsked(SeverityRule rule, Facts facts) {
        return "within %d %s day%s of the %s of a %s"
                .formatted(
                        rule.meetingWithinDays(),
                        rule.days() == DayCount.CALENDAR ? "calendar" : "working",
                        rule.meetingWithinDays() == 1 ? "" : "s",
                        facts.resolvedAt() == null ? "declaration" : "resolution",
                        facts.severity());
    }

    private static String reviewAsked(SeverityRule rule, Facts facts) {
        return "%d h before %s"
                .formatted(
                        rule.reviewHoursBefore(),
                        facts.meetingStartedAt() == null ? "the meeting is due" : "the meeting started");
    }

    private static Deadline notApplicable(String reason, @Nullable Instant doneAt) {
        return new Deadline(Deadline.Status.NOT_APPLICABLE, null, doneAt, reason);
    }

    private static Deadline deadline(String what, String asked, Instant due, @Nullable Instant doneAt, Instant now) {
        boolean late = (doneAt == null ? now : doneAt).isAfter(due);
        if (doneAt == null) {
            return late
                    ? new Deadline(
                            Deadline.Status.MISSED,
                            due,
                            null,
                            "The %s was due %s and is %s late by now."
                                    .formatted(what, asked, words(Duration.between(due, now))))
                    : new Deadline(
                            Deadline.Status.DUE,
                            due,
                            null,
                            "The %s is due %s; %s left.".formatted(what, asked, words(Duration.between(now, due))));
        }
        return late
                ? new Deadline(
                        Deadline.Status.MISSED,
                        due,
                        doneAt,
                        "The %s was due %s and came %s late."
                                .formatted(what, asked, words(Duration.between(due, doneAt))))
                : new Deadline(Deadline.Status.MET, due, doneAt, "The %s came in time, %s.".formatted(what, asked));
    }

    /** Rounded down: days and hours, or hours and minutes. */
    private static String words(Duration time) {
        return time.toDays() > 0
                ? "%d d %d h".formatted(time.toDays(), time.toHoursPart())
                : "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
}
