package dev.hindsight.gateway.incidents;

import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says how long something took, no finer than the times are known that it was computed from. */
@TemplateExtension
public class DurationWording {

    private static final List<String> PRECISIONS = List.of("SECOND", "MINUTE", "HOUR", "DAY");

    private DurationWording() {}

    /** The two largest units that are not zero: nobody needs the seconds of a day. */
    public static String plain(Duration duration) {
        if (duration.isNegative()) {
            return "times out of order";
        }
        List<String> parts = new ArrayList<>();
        add(parts, duration.toDays(), "d");
        add(parts, duration.toHoursPart(), "h");
        add(parts, duration.toMinutesPart(), "min");
        add(parts, duration.toSecondsPart(), "s");
        return parts.isEmpty() ? "0 s" : String.join(" ", parts.subList(0, Math.min(2, parts.size())));
    }

    private static void add(List<String> parts, long amount, String unit) {
        if (amount > 0) {
            parts.add(amount + " " + unit);
        }
    }

    static boolean isKnown(DurationFigure figure) {
        return figure.status().equals("RECORDED") || figure.status().equals("INTERVAL");
    }

    /** A figure of this incident in words, or what stands in the place of a missing one. */
    static String told(Incident incident, DurationFigure figure) {
        var exact = figure.seconds();
        var least = figure.leastSeconds();
        var most = figure.mostSeconds();
        if (!isKnown(figure)) {
            return gap(figure);
        }
        if (exact != null) {
            return about(Duration.ofSeconds(exact), ends(incident, figure));
        }
        return least == null || most == null ? gap(figure) : range(Duration.ofSeconds(least), Duration.ofSeconds(most));
    }

    private static String range(Duration least, Duration most) {
        if (least.equals(most)) {
            return plain(least);
        }
        return least.isZero() ? "at most " + plain(most) : "between " + plain(least) + " and " + plain(most);
    }

    private static String about(Duration exact, List<Moment> ends) {
        var coarsest = ends.stream()
                .map(Moment::precision)
                .max(Comparator.comparingInt(PRECISIONS::indexOf))
                .orElse("SECOND");
        return switch (coarsest) {
            case "DAY" -> "about " + rounded(exact, Duration.ofDays(1));
            case "HOUR" -> "about " + rounded(exact, Duration.ofHours(1));
            default -> (ends.stream().anyMatch(DurationWording::isRough) ? "about " : "") + plain(exact);
        };
    }

    /** Less than half a unit is told as it is: nothing happens in no time. */
    private static String rounded(Duration exact, Duration unit) {
        var units = Math.round((double) exact.toSeconds() / unit.toSeconds());
        return plain(units == 0 ? exact : unit.multipliedBy(units));
    }

    private static boolean isRough(Moment moment) {
        var stated = moment.statedAs() == null ? "" : moment.statedAs().strip().toLowerCase(Locale.ROOT);
        return Stream.of("about", "approx", "around", "circa", "~").anyMatch(stated::startsWith);
    }

    /** The moments that the figure lies between. */
    private static List<Moment> ends(Incident incident, DurationFigure figure) {
        var end = switch (figure.name()) {
            case "TIME_TO_DETECT" -> "DETECTED";
            case "TIME_TO_ACKNOWLEDGE" -> "ACKNOWLEDGED";
            case "TIME_TO_MITIGATE" -> "MITIGATED";
            default -> "RESOLVED";
        };
        var atFirst = end.equals("DETECTED") || end.equals("ACKNOWLEDGED");
        return Stream.concat(moment(incident, "IMPACT_STARTED", true), moment(incident, end, atFirst))
                .toList();
    }

    private static Stream<Moment> moment(Incident incident, String mark, boolean first) {
        var byTime = Comparator.comparing(Moment::earliest);
        return incident.marks().stream()
                .filter(candidate -> candidate.mark().equals(mark))
                .map(Mark::occurredAt)
                .min(first ? byTime : byTime.reversed())
                .stream();
    }

    /** Missing is never zero: what is shown in its place. */
    static String gap(DurationFigure figure) {
        return switch (figure.status()) {
            case "INVALID" -> "Cannot be computed";
            case "NOT_APPLICABLE" -> "Does not apply";
            default -> "Not recorded";
        };
    }
}
