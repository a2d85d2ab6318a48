package dev.hindsight.systemtests.authorization;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hindsight.systemtests.authorization.Matrix.Row;
import java.util.Set;

/** Brings a post-mortem to where what a row of the matrix asks for is possible. */
final class PostMortems {

    static final String PATH = "/api/postmortems/{id}";

    private static final Set<String> BEFORE = Set.of("/start", "/schedule", "/waive");
    private static final Set<String> AFTER = Set.of("/review", "/approve", "/publish", "/amend", "/close");
    private static final String DONE = "{}";
    private static final String REASON = "{\"reason\":\"asked for by a test\"}";

    private PostMortems() {}

    /** Of an incident with one entry, seen by whom the heading of the matrix says. */
    static JsonNode begun(Row row) {
        var step = row.path().startsWith(PATH) ? row.path().substring(PATH.length()) : "";
        var incident = Incidents.declared("OPEN");
        var incidentId = incident.path("incidentId").asText();
        var begun =
                FollowUps.accepted("facilitator", "/postmortems", """
                {"incidentIds":["%s"],"owner":"somebody","planned":%s}""".formatted(incidentId, step.equals("/prepare")));
        var path = "/postmortems/" + begun.path("postMortemId").asText();
        if (!step.equals("/prepare") && !BEFORE.contains(step)) {
            FollowUps.accepted("facilitator", path + "/start", REASON);
            if (AFTER.contains(step)) {
                bringAfter(path, step);
            } else {
                prepareFor(path, row.path());
            }
        }
        if (step.endsWith("/assess")) {
            FollowUps.accepted("responder", "/incidents/" + incidentId + "/evidence", Bodies.LINK);
        }
        FollowUps.accepted(
                "responder", "/incidents/" + incidentId + "/visibility", """
                {%s,"reason":"asked for by a test"}""".formatted(Incidents.access(row.about())));
        if (step.isEmpty()) {
            awaitListed(begun.path("postMortemId").asText(), incident);
        }
        ObjectNode known = FollowUps.now("/incidents/" + incidentId).deepCopy();
        known.set("discussed", FollowUps.now(path));
        return known;
    }

    /** Both lists are to have come to all that was recorded: who may read what, and the post-mortems. */
    private static void awaitListed(String postMortem, JsonNode incident) {
        var title = incident.path("title").asText();
        Incidents.listed(title.substring(title.lastIndexOf(' ') + 1));
        await().until(() -> FollowUps.now(
                        "/postmortems?incident=" + incident.path("incidentId").asText())
                .at("/items/0/postMortemId")
                .asText()
                .equals(postMortem));
    }

    private static void bringAfter(String path, String step) {
        FollowUps.accepted("facilitator", path + "/end", DONE);
        if (step.equals("/review")) {
            return;
        }
        FollowUps.accepted("facilitator", path + "/review", DONE);
        if (step.equals("/approve")) {
            return;
        }
        FollowUps.accepted("responder", path + "/approve", DONE);
        if (!step.equals("/publish")) {
            FollowUps.accepted("facilitator", path + "/publish", DONE);
        }
    }

    /** In the meeting: what is to be changed is there. */
    private static void prepareFor(String path, String asked) {
        if (asked.contains("{hypothesis}")) {
            propose(path, "It was the cache");
        } else if (asked.contains("{factor}")) {
            FollowUps.accepted("facilitator", path + "/factors", "{\"statement\":\"The cache was small\"}");
        } else if (asked.contains("{parked}")) {
            FollowUps.accepted("facilitator", path + "/action-items", "{\"title\":\"Alert on misses\"}");
            conclude(path);
        } else if (asked.contains("{note}") || asked.endsWith("/coach-answers")) {
            FollowUps.accepted("facilitator", path + "/notes", "{\"text\":\"The alert came late\"}");
        } else if (asked.contains("{statement}")) {
            FollowUps.accepted("facilitator", path + "/statements", "{\"text\":\"The alert came late\"}");
        } else if (asked.endsWith("/extend") || asked.endsWith("{phase}/close")) {
            FollowUps.accepted("facilitator", path + "/phases/Q_AND_A/open", DONE);
        } else if (asked.endsWith("/unmask")) {
            FollowUps.accepted("facilitator", path + "/mask", "{\"moment\":\"2026-03-01T12:00:00Z\"}");
        } else if (asked.endsWith("/leave")) {
            FollowUps.accepted("responder", path + "/join", DONE);
            FollowUps.accepted("facilitator", path + "/join", DONE);
        }
    }

    private static void propose(String path, String statement) {
        FollowUps.accepted("facilitator", path + "/hypotheses", "{\"statement\":\"%s\"}".formatted(statement));
    }

    private static void conclude(String path) {
        FollowUps.accepted("facilitator", path + "/analysis/conclude", """
                {"override":{"reason":"The cause is known"}}""");
    }

    /** What is sent to an endpoint about a post-mortem. */
    static String body(Row row) {
        return switch (row.path().substring(PATH.length())) {
            case "/prepare", "/assign" -> """
                    {"owner":"somebody","facilitator":"somebody"}""";
            case "/schedule" -> """
                    {"startsAt":"2999-01-01T10:00:00Z"}""";
            case "/checklist" -> """
                    {"item":"AGENDA","reason":"a test"}""";
            case "/waive" -> """
                    {"reason":"a test","approver":"somebody"}""";
            case "/agenda" -> """
                    {"phases":[{"phase":"INTRODUCTION","minutes":5}],"sent":true}""";
            case "/participants" -> """
                    {"person":"somebody","role":"SCRIBE"}""";
            case "/phases/{phase}/extend" -> """
                    {"minutes":5,"votesFor":2,"votesAgainst":1}""";
            case "/notes",
                    "/statements",
                    "/statements/{statement}/restate",
                    "/statements/{statement}/answer",
                    "/statements/{statement}/park" -> """
                    {"text":"The alert came at ten"}""";
            case "/notes/{note}/corrections" -> """
                    {"text":"The alert came at eleven","reason":"a test"}""";
            case "/mask" -> """
                    {"moment":"2026-03-01T12:00:00Z"}""";
            case "/hypotheses" -> """
                    {"statement":"It was the disk"}""";
            case "/hypotheses/{hypothesis}/test" -> """
                    {"method":"replay it","seeksToRefute":true}""";
            case "/hypotheses/{hypothesis}/believe" -> """
                    {"likelihood":20}""";
            case "/hypotheses/{hypothesis}/support",
                    "/hypotheses/{hypothesis}/refute",
                    "/hypotheses/{hypothesis}/inconclusive" -> """
                    {"reasoning":"a test"}""";
            case "/analysis/conclude" -> """
                    {"override":{"reason":"a test"}}""";
            case "/factors" -> """
                    {"statement":"The disk was full","layer":"INFRASTRUCTURE","kind":"CAPACITY"}""";
            case "/factors/{factor}/classify" -> """
                    {"role":"ENABLING","layer":"INFRASTRUCTURE","kind":"CAPACITY"}""";
            case "/action-items" -> """
                    {"title":"Alert","owner":"somebody","due":"2999-01-01"}""";
            case "/parked/{parked}/agree" -> """
                    {"owner":"somebody","due":"2999-01-01"}""";
            case "/lessons" -> """
                    {"kind":"LEARNED","text":"Disks fill up"}""";
            case "/start", "/amend", "/unmask", "/factors/{factor}/withdraw", "/parked/{parked}/drop", "/close" ->
                REASON;
            case "/end",
                    "/join",
                    "/leave",
                    "/review",
                    "/approve",
                    "/publish",
                    "/phases/{phase}/open",
                    "/phases/{phase}/close" -> DONE;
            default -> throw new IllegalArgumentException("It is not said what to send to " + row);
        };
    }

    /** The finding that a coach's answer is about, and the evidence that is assessed, have ids of their own. */
    static String body(Row row, JsonNode known) {
        if (row.path().endsWith("/coach-answers")) {
            return """
                    {"textId":"%s","rule":"absolute","start":0,"end":3,"answer":"DISMISSED","reason":"a test"}""".formatted(known.at("/discussed/meeting/notes/0/noteId").asText());
        }
        if (row.path().endsWith("/assess")) {
            return """
                    {"evidenceId":"%s","consistency":"II"}""".formatted(known.at("/evidence/0/evidenceId").asText());
        }
        return body(row);
    }
}
