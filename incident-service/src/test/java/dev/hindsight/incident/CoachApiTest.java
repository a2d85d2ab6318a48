package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.anonymous;
import static dev.hindsight.logkit.Callers.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.hindsight.coach.Coach;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice on wording over HTTP. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class CoachApiTest {

    private static final String PATH = "/api/coach/check";

    @Test
    void blameIsFoundWithItsPlaceItsReasonAndAnotherWording() {
        check("{\"text\":\"The retry failed to connect. Our engineer deleted the production bucket.\"}")
                .then()
                .statusCode(200)
                .body("rulesVersion", notNullValue())
                .body("findings", hasSize(1))
                .body("findings[0].rule", equalTo("named-cause"))
                .body("findings[0].severity", equalTo("HIGH"))
                .body("findings[0].start", equalTo(29))
                .body("findings[0].quote", equalTo("Our engineer deleted the production bucket"))
                .body("findings[0].rewording", containsString("The production bucket was deleted"))
                .body("findings[0].explanation.subject", equalTo("Our engineer"))
                .body("findings[0].explanation.countsAs", equalTo("ROLE"))
                .body("findings[0].explanation.verb", equalTo("deleted"));
    }

    @Test
    void aNameThatIsSentCountsAsAPerson() {
        check("{\"text\":\"Kafka failed to check the offsets.\"}").then().body("findings", empty());
        check("{\"text\":\"Kafka failed to check the offsets.\",\"people\":[\"Kafka Novak\"]}")
                .then()
                .body("findings.rule", hasItems("person-failed-to", "naming-actor-note"));
    }

    @Test
    void aTextWithoutBlameHasNoFinding() {
        check("{\"text\":\"\"}").then().statusCode(200).body("findings", empty());
        check("{\"text\":\"Maya acknowledged the page at 06:12 UTC.\"}").then().body("findings", empty());
    }

    @Test
    void theRulesCanBeReadWithTheirReasons() {
        as("auditor")
                .get("/api/coach/rules")
                .then()
                .statusCode(200)
                .body("version", notNullValue())
                .body("rules.id", hasItem("human-error"))
                .body("rules.why", everyItem(not(equalTo(""))))
                .body("rules.advice", everyItem(not(equalTo(""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"responder", "facilitator", "outsider", "executive", "auditor", "admin"})
    void everyoneWithARoleMayAsk(String user) {
        as(user).body("{\"text\":\"All is well.\"}").post(PATH).then().statusCode(200);
    }

    @Test
    void nobodyMayAskWithoutAToken() {
        anonymous().body("{\"text\":\"All is well.\"}").post(PATH).then().statusCode(401);
        anonymous().get("/api/coach/rules").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":null}",
                "{\"text\":7,\"people\":{}}",
                "{\"text\":\"x\",\"person\":\"y\"}",
                "{\"text\":\"x\",\"people\":[\"\"]}",
                "{\"text\":\"x\"",
                "[]",
                ""
            })
    void whatIsNoQuestionIsAProblem(String body) {
        check(body).then().statusCode(400).body("type", equalTo("/problems/invalid-request"));
    }

    @Test
    void aTextThatIsTooLongIsRefusedWithTheLimit() {
        check("{\"text\":\"%s\"}".formatted("a".repeat(Coach.LONGEST_TEXT)))
                .then()
                .statusCode(200);
        check("{\"text\":\"%s\"}".formatted("a".repeat(Coach.LONGEST_TEXT + 1)))
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"))
                .body("detail", containsString("20000"));
    }

    @Test
    void aSecretInATextIsRefusedAsEverywhere() {
        check("{\"text\":\"the token is %s\"}".formatted("ghp_" + "aB3".repeat(12)))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/looks-like-a-secret"));
    }

    private static Response check(String body) {
        return as("responder").body(body).post(PATH);
    }
}
