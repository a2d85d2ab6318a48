package dev.hindsight.gateway.reports;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader has asked to see, in whole days; what is no day is left out, not passed on. */
public record ReportFilter(
        @QueryParam("from") @Nullable String from,
        @QueryParam("to") @Nullable String to,
        @QueryParam("team") @Nullable String team) {

    private static final int LONGEST_TEAM = 100;

    /** The fields as the form shows them again. */
    public String firstDay() {
        var day = day(from);
        return day == null ? "" : day.toString();
    }

    public String lastDay() {
        var day = day(to);
        return day == null ? "" : day.toString();
    }

    public String teamName() {
        return team == null ? "" : team.strip();
    }

    /** As a query of the report: from the beginning of the first day to the end of the last. */
    String query() {
        List<String> parameters = new ArrayList<>();
        var first = day(from);
        var last = day(to);
        if (first != null) {
            parameters.add("from=" + first.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        if (last != null) {
            parameters.add("to=" + last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        if (!teamName().isEmpty()) {
            var name = teamName().substring(0, Math.min(teamName().length(), LONGEST_TEAM));
            parameters.add("team=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        }
        return String.join("&", parameters);
    }

    /** Where the figures of the page are computed again, from what was recorded up to its position, for the same day. */
    public String again(ExecutiveReport report) {
        var query = "atPosition=%d&asOf=%s"
                .formatted(report.position(), report.scope().asOf());
        return "/api/reports/executive?" + (query().isEmpty() ? query : query() + "&" + query);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.length() != 10) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null; // typed by hand where the browser offers no calendar: the form shows it as not given
        }
    }
}
