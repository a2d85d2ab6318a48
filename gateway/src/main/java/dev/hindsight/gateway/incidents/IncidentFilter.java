package dev.hindsight.gateway.incidents;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a reader of the list has asked to see; words that no form of ours offers are left out, not passed on. */
public record IncidentFilter(
        @QueryParam("q") @Nullable String q,
        @QueryParam("status") @Nullable String status,
        @QueryParam("severity") @Nullable String severity,
        @QueryParam("cursor") @Nullable String cursor) {

    public static final List<String> STATUSES =
            List.of("TRIAGE", "ACTIVE", "MITIGATED", "RESOLVED", "CLOSED", "DECLINED", "MERGED");
    public static final List<String> SEVERITIES = List.of("SEV1", "SEV2", "SEV3", "SEV4", "SEV5");

    private static final int LONGEST_TEXT = 200;

    public List<String> statuses() {
        return STATUSES;
    }

    public List<String> severities() {
        return SEVERITIES;
    }

    /** What was typed, for the form to show again. */
    public String text() {
        return q == null ? "" : q.strip();
    }

    public boolean narrows() {
        return !query(null).isEmpty();
    }

    /** As a query of the service's list, which takes the same names as our page. */
    String query() {
        return query(cursor);
    }

    /** The same list from another place on, as an address of our page. */
    public String from(String place) {
        return "/incidents?" + query(place);
    }

    private String query(@Nullable String place) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!text().isEmpty()) {
            parameters.put("q", text().substring(0, Math.min(text().length(), LONGEST_TEXT)));
        }
        if (status != null && STATUSES.contains(status)) {
            parameters.put("status", status);
        }
        if (severity != null && SEVERITIES.contains(severity)) {
            parameters.put("severity", severity);
        }
        if (place != null && !place.isBlank()) {
            parameters.put("cursor", place);
        }
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
