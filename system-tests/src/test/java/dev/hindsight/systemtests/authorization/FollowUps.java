package dev.hindsight.systemtests.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hindsight.systemtests.RunningStack;
import dev.hindsight.systemtests.authorization.Matrix.Row;
import java.util.UUID;

/** Records what is to be done after an incident: an item proposed, and one accepted or where a step can follow. */
final class FollowUps {

    static final String PATH = "/api/action-items/{id}";

    private static final String API = RunningStack.GATEWAY + "/api";

    private static final String DONE = "{\"evidence\":[\"https://example.test/changes/17\"]}";

    private FollowUps() {}

    /** All of one imported incident, seen by whom the heading of the matrix says; the items are listed by now. */
    static JsonNode begun(Row row) {
        var begun = begun(row.about());
        var accepted = "/action-items/" + begun.path("accepted").asText();
        switch (step(row)) {
            case "/unblock" -> accepted("responder", accepted + "/block", "{\"roadblock\":\"The vendor\"}");
            case "/verify", "/ineffective" -> accepted("responder", accepted + "/complete", DONE);
            default -> {
                // it can follow as it is
            }
        }
        return begun;
    }

    /** The item that a step can follow: the one proposed, or the other. */
    static String subject(Row row) {
        return switch (step(row)) {
            case "", "/events", "/advice", "/accept", "/reject" -> "proposed";
            default -> "accepted";
        };
    }

    private static String step(Row row) {
        return row.path().startsWith(PATH) ? row.path().substring(PATH.length()) : "";
    }

    /** What is sent to an endpoint about an action item. */
    static String body(Row row) {
        return switch (step(row)) {
            case "/accept" -> """
                    {"owner":"somebody","due":"2999-01-01"}""";
            case "/complete" -> DONE;
            case "/reject", "/drop", "/ineffective", "/suggestions/{suggestion}/dismiss" -> """
                    {"reason":"a test"}""";
            case "/start", "/unblock", "/verify", "/resume" -> "{}";
            case "/block" -> """
                    {"roadblock":"The vendor"}""";
            case "/defer" -> """
                    {"risk":"It may happen again","until":"2999-01-01"}""";
            case "/reassign" -> """
                    {"owner":"somebody","reason":"a test"}""";
            case "/reschedule" -> """
                    {"due":"2999-02-01","reason":"a test"}""";
            case "/transfer" -> """
                    {"team":"another","reason":"a test"}""";
            case "/comment" -> """
                    {"text":"Half of it is done"}""";
            case "/link" -> """
                    {"url":"https://example.test/issues/17"}""";
            case "/details" -> """
                    {"kind":"DETECT","doneWhen":"The alert fires in a rehearsal"}""";
            default -> throw new IllegalArgumentException("It is not said what to send to " + row);
        };
    }

    private static JsonNode begun(String about) {
        var word = "w" + UUID.randomUUID().toString().replace("-", "");
        var outcome = accepted("responder", "/incidents/import", """
                {"id":"%1$s","title":"%1$s","severityGuess":"SEV3","team":"chain-core",
                 "actionItems":[{"text":"Alert on %1$s"}]}""".formatted(word));
        var incident = "/incidents/" + outcome.path("incidentId").asText();
        var postMortem = accepted(
                "facilitator",
                "/postmortems",
                "{\"incidentIds\":[\"%s\"]}"
                        .formatted(outcome.path("incidentId").asText()));
        var postMortemId = postMortem.path("postMortemId").asText();
        accepted("facilitator", "/postmortems/%s/start".formatted(postMortemId), """
                {"reason":"All are here today"}""");
        accepted("facilitator", "/postmortems/%s/analysis/conclude".formatted(postMortemId), """
                {"override":{"reason":"The cause is known"}}""");
        var agreed = accepted("facilitator", "/postmortems/%s/action-items".formatted(postMortemId), """
                {"title":"Rehearse %s","owner":"%s","due":"2999-01-01"}""".formatted(
                        word, UUID.randomUUID()));
        var changed = Person.named("responder")
                .post(
                        API + incident + "/visibility",
                        Incidents.JSON,
                        "{%s,\"reason\":\"asked for by a test\"}".formatted(Incidents.access(about)));
        var imported = now(incident).at("/imported/postMortemId").asText();
        var proposed = now("/postmortems/" + imported)
                .at("/actionItems/0/actionItemId")
                .asText();
        var listed = Person.named("responder")
                .get(
                        API + "/action-items?q=" + word,
                        Incidents.JSON,
                        "Log-Entry",
                        changed.headers().firstValue("Log-Entry").orElseThrow());
        if (Person.json(listed.body()).path("items").size() != 2) {
            throw new IllegalStateException("The items are not listed: " + listed.body());
        }
        ObjectNode begun = now(incident).deepCopy();
        begun.put("word", word);
        begun.put("proposed", proposed);
        begun.put("accepted", agreed.at("/actionItems/0/actionItemId").asText());
        return begun;
    }

    /** A state as the responder, who may read everything here, sees it; the path is below {@code /api}. */
    static JsonNode now(String path) {
        return Person.json(
                Person.named("responder").get(API + path, Incidents.JSON).body());
    }

    static JsonNode accepted(String person, String path, String body) {
        var answer = Person.named(person).post(API + path, Incidents.JSON, body);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("%d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return Person.json(answer.body());
    }
}
