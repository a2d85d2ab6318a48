package dev.hindsight.gateway.reports;

import dev.hindsight.gateway.reports.ExecutiveReport.ActionItems;
import dev.hindsight.gateway.reports.ExecutiveReport.Count;
import dev.hindsight.gateway.reports.ExecutiveReport.Scope;
import io.quarkus.qute.TemplateExtension;
import java.time.ZoneOffset;
import java.util.List;

/** Says what figures mean for someone who has to decide, before the figures themselves. */
@TemplateExtension
class Risk {

    private Risk() {}

    static String openInWords(ExecutiveReport report) {
        return switch (report.incidents().open().size()) {
            case 0 -> "No incident is going on.";
            case 1 -> "1 incident is not over.";
            default -> report.incidents().open().size() + " incidents are not over.";
        };
    }

    static List<String> gaps(ActionItems items) {
        if (items.open() == 0) {
            return List.of("No agreed follow-up is left to do.");
        }
        return List.of(
                of(items.open(), "agreed follow-up is", "agreed follow-ups are") + " still to be done.",
                of(items.overdue(), "is", "are") + " past the agreed date.",
                of(items.unowned(), "has", "have") + " nobody who answers for it.",
                of(items.undated(), "has", "have") + " no date, so it can never be late.");
    }

    private static String of(int count, String one, String many) {
        return (count == 0 ? "None" : Integer.toString(count)) + " " + (count == 1 ? one : many);
    }

    /** What a count says of the rate behind it, which is not a forecast of the next period. */
    static String chance(Count count) {
        return "Given this count, %s in such a period.".formatted(usual(count));
    }

    static String usual(Count count) {
        return "%d to %d may be usual".formatted((long) Math.floor(count.low()), (long) Math.ceil(count.high()));
    }

    static String period(Scope scope) {
        var from = scope.from();
        var to = scope.to();
        if (from == null && to == null) {
            return "All that was ever recorded";
        }
        var first = from == null
                ? "the beginning"
                : from.atZone(ZoneOffset.UTC).toLocalDate().toString();
        var last = to == null
                ? "today"
                : to.minusNanos(1).atZone(ZoneOffset.UTC).toLocalDate().toString();
        return "From " + first + " to " + last;
    }

    static String teamsInWords(Scope scope) {
        var teams = scope.teams();
        if (teams == null) {
            return "all teams";
        }
        return switch (teams.size()) {
            case 0 -> "no team";
            case 1 -> "team " + teams.getFirst();
            default -> "teams " + String.join(", ", teams);
        };
    }
}
