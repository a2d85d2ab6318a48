package dev.hindsight.gateway.incidents;

import io.quarkus.qute.TemplateExtension;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in plain words what the records hold in codes. */
@TemplateExtension
class Wording {

    private static final DateTimeFormatter DAY = format("uuuu-MM-dd");
    private static final DateTimeFormatter MINUTE = format("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = format("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter HOUR = format("uuuu-MM-dd HH");

    private static final DateTimeFormatter HOUR_OF_DAY = format("HH");
    private static final DateTimeFormatter MINUTE_OF_DAY = format("HH:mm");
    private static final DateTimeFormatter SECOND_OF_DAY = format("HH:mm:ss");

    private Wording() {}

    /** In UTC and with the zone said, to the minute, or to the second where there are any. */
    static String inUtc(Instant instant) {
        var whole = instant.truncatedTo(ChronoUnit.MINUTES).equals(instant);
        return (whole ? MINUTE : SECOND).format(instant) + " UTC";
    }

    /** No finer than it is known. */
    static String inUtc(Moment moment) {
        return switch (moment.precision()) {
            case "DAY" -> span(moment, DAY, "", " (day only)");
            case "HOUR" -> span(moment, HOUR, "h", " (hour only)");
            case "MINUTE" -> span(moment, MINUTE, "", "");
            default -> span(moment, SECOND, "", "");
        };
    }

    private static String span(Moment moment, DateTimeFormatter format, String suffix, String note) {
        var from = format.format(moment.earliest()) + suffix;
        var to = format.format(moment.latest()) + suffix;
        return (from.equals(to) ? from : from + " to " + to) + " UTC" + note;
    }

    /** The time of day alone, below a heading that says the day. */
    static String clock(Moment moment) {
        var from = moment.earliest().atZone(ZoneOffset.UTC);
        var to = moment.latest().atZone(ZoneOffset.UTC);
        if (moment.precision().equals("DAY")) {
            return "time not known";
        }
        if (!from.toLocalDate().equals(to.toLocalDate())) {
            return inUtc(moment);
        }
        return switch (moment.precision()) {
            case "HOUR" -> span(moment, HOUR_OF_DAY, "h", "");
            case "MINUTE" -> span(moment, MINUTE_OF_DAY, "", "");
            default -> span(moment, SECOND_OF_DAY, "", "");
        };
    }

    static String visibleTo(String visibility) {
        return switch (visibility) {
            case "OPEN" -> "Visible to everyone signed in";
            case "TEAM" -> "Visible to the owning team and people named";
            case "RESTRICTED" -> "Restricted to people named";
            default -> words(visibility);
        };
    }

    /** {@code TIME_TO_DETECT} → {@code Time to detect}. */
    static String words(String code) {
        var lower = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.isEmpty() ? lower : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }

    static String place(ChainPosition position) {
        List<String> parts = new ArrayList<>();
        parts.add(position.chain());
        addPlace(parts, "height", position.height());
        addPlace(parts, "slot", position.slot());
        addPlace(parts, "epoch", position.epoch());
        return String.join(" · ", parts);
    }

    private static void addPlace(List<String> parts, String name, @Nullable Long number) {
        if (number != null) {
            parts.add(name + " " + number);
        }
    }

    /** The web address that a source begins with, if it does; nothing else in a source becomes a link. */
    static @Nullable String link(String source) {
        var first = source.strip().split("\\s", 2)[0];
        if (!first.startsWith("https://") && !first.startsWith("http://")) {
            return null;
        }
        try {
            return URI.create(first).getHost() == null ? null : first;
        } catch (IllegalArgumentException e) {
            return null; // looks like an address but is none: shown as the text that it is
        }
    }

    /** What follows the address in a source. */
    static String afterLink(String source) {
        var parts = source.strip().split("\\s", 2);
        return parts.length == 2 ? parts[1] : "";
    }

    /** What a correction changed, one line a field. */
    static List<Change> changes(TimelineEntry.Corrected corrected) {
        var before = corrected.correction().before();
        var after = corrected.after();
        List<Change> changes = new ArrayList<>();
        addChange(changes, "Kind", words(before.kind()), words(after.kind()));
        addChange(changes, "Time", inUtc(before.occurredAt()), inUtc(after.occurredAt()));
        addChange(changes, "Text", before.text(), after.text());
        addChange(changes, "Source", orNone(before.source()), orNone(after.source()));
        addChange(changes, "Chain position", orNone(before.chainPosition()), orNone(after.chainPosition()));
        return changes;
    }

    record Change(String field, String before, String after) {}

    private static void addChange(List<Change> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(field, before, after));
        }
    }

    private static String orNone(@Nullable String text) {
        return text == null || text.isBlank() ? "none" : text;
    }

    private static String orNone(@Nullable ChainPosition position) {
        return position == null ? "none" : place(position);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
