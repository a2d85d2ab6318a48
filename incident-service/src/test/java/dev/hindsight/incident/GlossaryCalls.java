package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.util.Objects;
import java.util.UUID;

/** What is asked of the glossary. */
final class GlossaryCalls {

    static final String ALL = "/api/glossary";

    private GlossaryCalls() {}

    /** One that nobody else uses. */
    static String word() {
        return UUID.randomUUID()
                .toString()
                .chars()
                .filter(character -> character != '-')
                .map(character -> Character.isDigit(character) ? character - '0' + 'g' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static Response define(String term, String spellings) {
        var answer = as("facilitator").body(definition(term, spellings)).post(ALL);
        answer.then().statusCode(201);
        return answer;
    }

    static Response lookUp(String text, Response after) {
        return as("executive")
                .header("Log-Entry", after.header("Log-Entry"))
                .body("{\"text\":\"%s\"}".formatted(text.replace("\n", "\\n")))
                .post(ALL + "/lookups");
    }

    static long positionOf(String id, int event) {
        return await().until(
                        () -> as("responder")
                                .get(ALL + "/" + id + "/events")
                                .<Integer>path("items[%d].position".formatted(event)),
                        Objects::nonNull)
                .longValue();
    }

    static String definition(String term, String spellings) {
        return """
                {"term":"%s","spellings":[%s],"technicalDefinition":"technically","plainDefinition":"plainly"}""".formatted(term, spellings);
    }

    static String revision(String term, String spellings, String reason) {
        return """
                {"term":"%s","spellings":[%s],"technicalDefinition":"in short","plainDefinition":"plainly","reason":"%s"}""".formatted(term, spellings, reason);
    }
}
