package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.AgreedItems.ACCEPT;
import static dev.hindsight.actionitem.AgreedItems.COMPLETE;
import static dev.hindsight.actionitem.AgreedItems.opened;
import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Speaks HTTP to the running service with real tokens; the database is the real one. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ActionItemApiTest {

    private AgreedItems items;

    @BeforeEach
    void start() {
        items = new AgreedItems();
    }

    @Test
    void anImportedItemShowsWhatItLacksUntilItIsAcceptedThenIsCompletedWithEvidence() {
        var agreed = items.imported();
        var reference = items.list("responder", agreed)
                .then()
                .body("items[0].gaps", contains("UNOWNED", "UNDATED"))
                .body("items[0].status", equalTo("PROPOSED"))
                .extract()
                .<String>path("items[0].reference");

        var accepted = as("responder")
                .header("If-Match", "\"1\"")
                .body(ACCEPT)
                .post("/api/action-items/" + reference + "/accept");
        accepted.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Log-Entry", notNullValue())
                .body("status", equalTo("ACCEPTED"))
                .body("gaps", empty());
        as("responder")
                .header("Log-Entry", accepted.header("Log-Entry"))
                .get("/api/action-items?state=ACCEPTED&owner=ana&q=" + items.word())
                .then()
                .body("items", hasSize(1));
        as("facilitator")
                .body("{\"evidence\": [\"https://example.org/pull/81\"], \"note\": \"rehearsed\","
                        + " \"occurredAt\": \"2026-04-20T10:00:00Z\"}")
                .post("/api/action-items/" + reference + "/complete")
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("completion.evidence", contains("https://example.org/pull/81"))
                .body("completion.occurredAt.earliest", equalTo("2026-04-20T10:00:00Z"))
                .body("completion.recordedBy", notNullValue());

        as("executive")
                .get("/api/action-items/" + reference + "/events")
                .then()
                .statusCode(200)
                // reminders to verify it may follow at once, as it was done long ago
                .body(
                        "items.type.take(3)",
                        contains("action-item-opened", "action-item-accepted", "action-item-completed"))
                .body("items[0].actor", equalTo("service:actionitem-service"))
                .body("items[0].payload.causedBy", equalTo(agreed.eventId().toString()))
                .body("items[0].payload.stated.organisation", equalTo("Example Labs"));
    }

    @Test
    void anItemIsReadAsItWasKnownAndOnlyWhenItHasChanged() {
        var agreed = items.imported();
        var item = opened(agreed);
        var position = as("responder").get(item + "/events").<Integer>path("items[0].position");
        as("responder").body(ACCEPT).post(item + "/accept").then().statusCode(200);

        as("responder")
                .get(item + "?atPosition=" + position)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("PROPOSED"));
        as("responder").header("If-None-Match", "\"2\"").get(item).then().statusCode(304);
        as("responder").header("If-None-Match", "\"1\"").get(item).then().statusCode(200);
        as("responder")
                .header("If-Match", "\"1\"")
                .body(COMPLETE)
                .post(item + "/complete")
                .then()
                .statusCode(412)
                .body("detail", containsString("action-item-accepted"));
    }

    @Test
    void whatIsAcceptedIsNotAcceptedAgainAndWhatIsProposedIsNotCompleted() {
        var postMortem = items.postMortem();
        as("responder")
                .body(ACCEPT)
                .post(opened(items.agreed(postMortem, "Alert")) + "/accept")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-accepted"));
        as("responder")
                .body(COMPLETE)
                .post(opened(items.imported(postMortem)) + "/complete")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/action-item-step-not-possible"));
    }

    @Test
    void theSameKeyIsCarriedOutOnce() {
        var item = opened(items.imported());
        var key = UUID.randomUUID().toString();
        var answers = new ArrayList<String>();
        for (int times = 0; times < 2; times++) {
            var answer =
                    as("responder").header("Idempotency-Key", key).body(ACCEPT).post(item + "/accept");
            answer.then().statusCode(200);
            answers.add(answer.asString());
        }

        assertThat(answers.getLast()).isEqualTo(answers.getFirst());
        as("responder").get(item).then().body("version", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"owner\": \"ana\"}",
                "{\"due\": \"2026-05-01\"}",
                "{\"owner\": \"\", \"due\": \"2026-05-01\"}",
                "{\"owner\": \"ana\", \"due\": \"soon\"}",
                "{\"owner\": \"ana\", \"due\": \"2026-05-01\", \"priority\": 1}"
            })
    void acceptingNeedsAnOwnerAndADateAndNothingElse(String body) {
        var item = opened(items.imported());

        as("responder")
                .body(body)
                .post(item + "/accept")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors[0].field", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"evidence\": []}", "{\"evidence\": [\" \"]}", "{\"evidence\": \"done\"}"})
    void completingNeedsEvidence(String body) {
        var item = opened(items.agreed(items.postMortem(), "Alert"));

        as("responder")
                .body(body)
                .post(item + "/complete")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }
}
