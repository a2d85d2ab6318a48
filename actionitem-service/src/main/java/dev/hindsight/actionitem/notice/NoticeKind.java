package dev.hindsight.actionitem.notice;

/** What somebody is told, in the order in which it matters. */
public enum NoticeKind {
    OVERDUE("overdue", "Overdue"),
    DUE_TODAY("due today", "Due today"),
    DUE_SOON("due soon", "Due soon"),
    /** Told at once, in a message of its own. */
    BLOCKED("blocked", "Blocked"),
    TO_VERIFY("to verify", "To be verified"),
    TO_ACCEPT("to accept", "To be accepted"),
    RECURRED("recurred", "Recurred although verified"),
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
}
