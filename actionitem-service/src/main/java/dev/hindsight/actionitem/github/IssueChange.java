package dev.hindsight.actionitem.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.contracts.actionitem.SuggestedChange;
import dev.hindsight.kit.json.EventJson;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.rest.StorableValues;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * That an issue was closed, or opened again.
 *
 * @param url of its page
 */
public record IssueChange(SuggestedChange change, String url, Instant occurredAt) {

    private static final ObjectMapper JSON = EventJson.mapper();
    private static final int LONGEST_URL = 2_000;

    /**
     * What the body of GitHub's event {@code issues} says; empty if it says something else.
     *
     * @param now for a body that does not say when
     */
    public static Optional<IssueChange> of(byte[] body, Instant now) {
        var told = read(body);
        var issue = told.path("issue");
        var url = issue.path("html_url").asText("");
        if (url.isEmpty() || url.length() > LONGEST_URL || url.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return switch (told.path("action").asText()) {
            case "closed" ->
                Optional.of(new IssueChange(SuggestedChange.COMPLETE, url, time(issue.path("closed_at"), now)));
            case "reopened" ->
                Optional.of(new IssueChange(SuggestedChange.REOPEN, url, time(issue.path("updated_at"), now)));
            default -> Optional.empty();
        };
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw ProblemException.invalid("(body)", "is not well-formed JSON");
        }
    }

    private static Instant time(JsonNode text, Instant now) {
        try {
            var time = Instant.parse(text.asText()).truncatedTo(ChronoUnit.MICROS);
            return StorableValues.canBeKept(time) ? time : now;
        } catch (DateTimeException e) {
            return now;
        }
    }
}
