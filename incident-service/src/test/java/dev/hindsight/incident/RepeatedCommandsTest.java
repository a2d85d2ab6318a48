package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.logkit.OtherServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Commands that are sent again, and commands that come too late. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class RepeatedCommandsTest {

    private static final String OUTAGE = """
            {"title": "%s", "severity": "SEV1", "team": "chain-core", "occurredAt": "2026-03-01T12:10:00Z"}""";

    @Test
    void theSameKeyGivesTheFirstAnswerByteForByteAlsoWhenSentTwiceAtOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = OUTAGE.formatted("Sent twice at once");
        Callable<Response> send =
                () -> as("responder").header("Idempotency-Key", key).body(body).post("/api/incidents");
        var answers = new ArrayList<byte[]>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer : threads.invokeAll(List.of(send, send, send, send))) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
                answers.add(answer.get().asByteArray());
            }
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
        as("responder")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/incidents")
                .then()
                .header("Idempotent-Replay", "true");
        as("responder")
                .header("Idempotency-Key", key)
                .body(OUTAGE.formatted("Something else"))
                .post("/api/incidents")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void whoAsksForHeadersAloneGetsNoBodyAlsoWhenTheCommandIsSentAgain() {
        var id = declare("Asked for little").<String>path("incidentId");
        var key = UUID.randomUUID().toString();
        for (var preference :
                List.of("return=minimal", "respond-async, Return = \"minimal\"; wait=5", "return=minimal")) {
            var answer = as("responder")
                    .header("Idempotency-Key", key)
                    .header("Prefer", preference)
                    .body("{}")
                    .post("/api/incidents/" + id + "/acknowledge");

            answer.then()
                    .statusCode(204)
                    .header("ETag", equalTo("\"2\""))
                    .header("Log-Entry", notNullValue())
                    .header("Preference-Applied", equalTo("return=minimal"));
            assertThat(answer.asByteArray()).isEmpty();
        }
    }

    @Test
    void whatIsBegunWithHeadersAloneIsFoundAtItsLocation() {
        var answer = as("responder")
                .header("Prefer", "return=minimal")
                .body(OUTAGE.formatted("Begun without a word"))
                .post("/api/incidents");

        answer.then().statusCode(201);
        assertThat(answer.asByteArray()).isEmpty();
        as("responder")
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .body("title", equalTo("Begun without a word"));
    }

    @Test
    void theFirstPreferenceCounts() {
        as("responder")
                .header("Prefer", "return=representation, return=minimal")
                .body(OUTAGE.formatted("Asked for both"))
                .post("/api/incidents")
                .then()
                .statusCode(201)
                .body("title", equalTo("Asked for both"));
    }

    @Test
    void aStaleVersionIsRefusedWithWhatHappenedSince() {
        var id = declare("Two at once").<String>path("incidentId");
        post(id + "/acknowledge", "{}").then().statusCode(200);

        as("responder")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post("/api/incidents/" + id + "/resolve")
                .then()
                .statusCode(412)
                .body("detail", containsString("incident-acknowledged"));
    }

    @Test
    void ofManyEventsSinceAVersionTheFirstAreNamed() {
        var id = declare("Many since").<String>path("incidentId");
        var marks = Collections.nCopies(
                60,
                new MarkRecorded(
                        UUID.fromString(id), Mark.DETECTED, OccurredAt.at(Instant.parse("2026-03-01T12:00:00Z")), 1));
        OtherServices.append(
                ServiceStack.database(), IncidentEvent.AGGREGATE_TYPE, UUID.fromString(id), "ada", marks.toArray());

        as("responder")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post("/api/incidents/" + id + "/resolve")
                .then()
                .statusCode(412)
                .body("detail", containsString("[1 mark-recorded, "))
                .body("detail", containsString("50 mark-recorded] and 10 more."));
    }

    private static Response declare(String title) {
        var answer = as("responder").body(OUTAGE.formatted(title)).post("/api/incidents");
        answer.then().statusCode(201).header("Location", notNullValue()).header("Log-Entry", notNullValue());
        return answer;
    }

    private static Response post(String path, String body) {
        return as("responder").body(body).post("/api/incidents/" + path);
    }
}
