package dev.hindsight.actionitem.notice;

import dev.hindsight.folds.policy.TeamCalendar;
import java.time.Instant;

/** What somebody is told, in the order in which it matters. */
public enum NoticeKind {
    OVERDUE("overdue", "Overdue"),
    DUE_TODAY("due today", "Due today"),
    DUE_SOON("due soon", "Due soon"),
    /** Told at once, in a message of its own. */
    BLOCKED("blocked", "Blocked"),
    TO_VERIFY("to verify", "To be verified"),
    TO_ACCEPT("to accept", "To be accepted"),
    RECURRED("recurred", "Happened again after it was verified"),
    RESUMED("back from deferral", "Back from deferral");

    private final String words;
    private final String heading;

    NoticeKind(String words, String heading) {
        this.words = words;
        this.heading = heading;
    }

    /** As in "2 overdue". */
    public String words() {
        return words;
    }

    public String heading() {
        return heading;
    }

    /** From when on it may be told: what is not told at once waits for the others of its day. */
    public Instant tellableFrom(TeamCalendar calendar, Instant time) {
        return this == BLOCKED ? calendar.tellableFrom(time) : calendar.remindableFrom(time);
    }
}
