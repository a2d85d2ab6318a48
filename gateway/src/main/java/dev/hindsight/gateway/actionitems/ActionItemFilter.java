package dev.hindsight.gateway.actionitems;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of the list has asked to see; words that no form of ours offers are left out, not passed on.
 *
 * @param state a status, or one of {@link #OPEN}, {@link #SETTLED} and {@link #ANY}; open items if nothing is said
 * @param open as the service's list takes it
 * @param owner {@code mine}, or nothing
 * @param sort as the service's list takes it; if nothing is said, what is due first where something is to be done, else the
 *     newest
 */
public record ActionItemFilter(
        @QueryParam("q") @Nullable String q,
        @QueryParam("state") @Nullable String state,
        @QueryParam("open") @Nullable String open,
        @QueryParam("owner") @Nullable String owner,
        @QueryParam("team") @Nullable String team,
        @QueryParam("incident") @Nullable String incident,
        @QueryParam("dueBefore") @Nullable String dueBefore,
        @QueryParam("overdue") @Nullable String overdue,
        @QueryParam("unowned") @Nullable String unowned,
        @QueryParam("undated") @Nullable String undated,
        @QueryParam("blocked") @Nullable String blocked,
        @QueryParam("sort") @Nullable String sort,
        @QueryParam("cursor") @Nullable String cursor) {

    static final String OPEN = "OPEN";
    static final String SETTLED = "SETTLED";
    static final String ANY = "ANY";

    private static final List<String> STATUSES = List.of(
            "PROPOSED",
            "ACCEPTED",
            "IN_PROGRESS",
            "BLOCKED",
            "INEFFECTIVE",
            "DEFERRED",
            "DONE",
            "VERIFIED",
            "REJECTED",
            "DROPPED");
    private static final String PAGE = "/action-items";
    private static final String MINE = "mine";
    private static final String OVERDUE = "overdue";
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NAME = 100;

    public List<String> statuses() {
        return STATUSES;
    }

    /** What the form shows as chosen. */
    public String choice() {
        if (state != null
                && (STATUSES.contains(state) || List.of(OPEN, SETTLED, ANY).contains(state))) {
            return state;
        }
        return "false".equals(open) ? SETTLED : OPEN;
    }

    public String text() {
        return typed(q, LONGEST_TEXT);
    }

    public String teamName() {
        return typed(team, LONGEST_NAME);
    }

    public String incidentName() {
        return typed(incident, LONGEST_NAME);
    }

    public String lastDay() {
        if (dueBefore == null || dueBefore.length() != 10) {
            return "";
        }
        try {
            return LocalDate.parse(dueBefore).toString();
        } catch (DateTimeException e) {
            return ""; // typed by hand where the browser offers no calendar: the form shows it as not given
        }
    }

    public boolean isMine() {
        return MINE.equals(owner);
    }

    public boolean has(String flag) {
        return flags().containsKey(flag);
    }

    /** Whether anything is asked for that the form keeps folded away. */
    public boolean isDetailed() {
        return !flags().isEmpty() || !(teamName() + incidentName() + lastDay()).isEmpty();
    }

    public boolean narrows() {
        return !choice().equals(OPEN) || !flags().isEmpty() || !about(MINE).isEmpty();
    }

    public List<ActionItemOrder> orders() {
        return List.of(ActionItemOrder.values());
    }

    /** What the form shows as chosen, and the list comes in. */
    public ActionItemOrder order() {
        return ActionItemOrder.of(sort).orElseGet(() -> usualOrder(choice(), flags()));
    }

    private static ActionItemOrder usualOrder(String choice, Map<String, String> flags) {
        var toBeDone = choice.equals(OPEN) || ActionItem.AWAITED.contains(choice) || flags.containsKey(OVERDUE);
        return toBeDone ? ActionItemOrder.DUE_FIRST : ActionItemOrder.NEWEST;
    }

    /** Of our page with what is asked for now, from its beginning. */
    String address() {
        return address(choice(), flags(), null);
    }

    /** Of our page about the same, but in another state. */
    String address(String choice, @Nullable String flag) {
        return address(choice, flag == null ? Map.of() : Map.of(flag, "true"), null);
    }

    /** The same list from another place on. */
    public String from(String place) {
        return address(choice(), flags(), place);
    }

    private String address(String choice, Map<String, String> flags, @Nullable String place) {
        var parameters = about(MINE);
        if (!choice.equals(OPEN)) {
            parameters.put("state", choice);
        }
        parameters.putAll(flags);
        var order = order();
        if (order != usualOrder(choice(), flags()) && order != usualOrder(choice, flags)) {
            parameters.put("sort", order.sort());
        }
        return parameters.isEmpty() && place == null ? PAGE : PAGE + "?" + encoded(parameters, place);
    }

    /** As a query of the service's list. */
    String query(String subject) {
        var parameters = about(subject);
        switch (choice()) {
            case OPEN -> parameters.put("open", "true");
            case SETTLED -> parameters.put("open", "false");
            case ANY -> {}
            default -> parameters.put("state", choice());
        }
        parameters.putAll(flags());
        parameters.put("sort", order().sort());
        return encoded(parameters, cursor);
    }

    /** As a query of the service's counts, of all that is asked about in whatever state. */
    String queryOfAll(String subject) {
        return encoded(about(subject), null);
    }

    /** The same of those that are still to be done. */
    String queryOfOpen(String subject) {
        var parameters = about(subject);
        parameters.put("open", "true");
        return encoded(parameters, null);
    }

    private Map<String, String> about(String me) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", text());
        parameters.put("owner", isMine() ? me : "");
        parameters.put("team", teamName());
        parameters.put("incident", incidentName());
        parameters.put("dueBefore", lastDay());
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    private Map<String, String> flags() {
        Map<String, String> flags = new LinkedHashMap<>();
        flags.put(OVERDUE, String.valueOf(overdue));
        flags.put("unowned", String.valueOf(unowned));
        flags.put("undated", String.valueOf(undated));
        flags.put("blocked", String.valueOf(blocked));
        flags.values().removeIf(value -> !value.equals("true"));
        return flags;
    }

    private static String encoded(Map<String, String> parameters, @Nullable String place) {
        var all = new LinkedHashMap<>(parameters);
        if (place != null && !place.isBlank()) {
            all.put("cursor", place);
        }
        return all.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String typed(@Nullable String text, int longest) {
        var stripped = text == null ? "" : text.strip();
        return stripped.substring(0, Math.min(stripped.length(), longest));
    }
}
