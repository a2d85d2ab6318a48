package dev.hindsight.actionitem;

import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.actionitem.Elsewhere.Agreed;
import dev.hindsight.contracts.incident.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Speaks HTTP to the running service with real tokens; the database is the real one. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ActionItemApiTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final String ACCEPT = "{\"owner\": \"ana\", \"due\": \"2026-05-01\"}";
    private static final String COMPLETE = "{\"evidence\": [\"https://example.org/pull/81\"]}";

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private Elsewhere elsewhere;

    /** A service that has only just started may be late for its first entries. */
    @BeforeEach
    void start() {
        elsewhere = new Elsewhere(ServiceStack.database());
        var agreed = elsewhere.agreed(postMortem(), "The first", "ana", MAY);
        await().atMost(60, SECONDS).until(() -> list("responder", agreed).header("Hindsight-Stale") == null);
    }

    @Test
    void whatWasAgreedElsewhereIsInTheListForWhoeverSendsTheEntryAlong() {
        var incident = elsewhere.incident(Visibility.OPEN);
        var agreed = elsewhere.agreed(elsewhere.postMortem(incident), "Alert on " + word, "ana", MAY);

        list("responder", agreed)
                .then()
                .statusCode(200)
                .header("Hindsight-Stale", nullValue())
                .body("items", hasSize(1))
                .body("items[0].actionItemId", equalTo(agreed.actionItemId().toString()))
                .body("items[0].reference", matchesPattern("AI-\\d{4}-\\d{4,}"))
                .body("items[0].status", equalTo("ACCEPTED"))
                .body("items[0].owner", equalTo("ana"))
                .body("items[0].due", equalTo("2026-05-01"))
                .body("items[0].gaps", empty())
                .body("items[0].incidentIds", contains(incident.toString()));
    }

    @Test
    void anImportedItemShowsWhatItLacksUntilItIsAcceptedThenIsCompletedWithEvidence() {
        var agreed = elsewhere.imported(postMortem(), "Alert on " + word);
        var reference = list("responder", agreed)
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
                .get("/api/action-items?state=ACCEPTED&owner=ana&q=" + word)
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
                .body("items.type", contains("action-item-opened", "action-item-accepted", "action-item-completed"))
                .body("items[0].actor", equalTo("service:actionitem-service"))
                .body("items[0].payload.causedBy", equalTo(agreed.eventId().toString()))
                .body("items[0].payload.stated.organisation", equalTo("Example Labs"));
    }

    @Test
    void anItemIsReadAsItWasKnownAndOnlyWhenItHasChanged() {
        var agreed = elsewhere.imported(postMortem(), "Alert on " + word);
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
        var postMortem = postMortem();
        as("responder")
                .body(ACCEPT)
                .post(opened(elsewhere.agreed(postMortem, "Alert", "ana", MAY)) + "/accept")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-accepted"));
        as("responder")
                .body(COMPLETE)
                .post(opened(elsewhere.imported(postMortem, "Alert")) + "/complete")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/action-item-step-not-possible"));
    }

    @Test
    void theSameKeyIsCarriedOutOnce() {
        var item = opened(elsewhere.imported(postMortem(), "Alert"));
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

    @Test
    void anItemIsAsVisibleAsAllOfItsIncidents() {
        var open = elsewhere.incident(Visibility.OPEN);
        var other = elsewhere.incident(Visibility.TEAM);
        var agreed = elsewhere.imported(elsewhere.postMortem(open, other), "Alert on " + word);
        var item = opened(agreed);

        for (var reader : List.of("responder", "facilitator", "executive", "auditor")) {
            as(reader).get(item).then().statusCode(200);
            list(reader, agreed).then().body("items", hasSize(1));
        }
        for (var stranger : List.of("outsider", "admin")) {
            as(stranger).get(item).then().statusCode(404);
            as(stranger).get(item + "/events").then().statusCode(404);
            as(stranger).body(ACCEPT).post(item + "/accept").then().statusCode(404);
            list(stranger, agreed).then().statusCode(200).body("items", empty());
        }
    }

    @Test
    void anItemOfARestrictedIncidentDoesNotExistForOthersFromTheMomentItIsRestricted() {
        var incident = elsewhere.incident(Visibility.OPEN);
        var agreed = elsewhere.imported(elsewhere.postMortem(incident), "Alert on " + word);
        var item = opened(agreed);
        var restricted = elsewhere.restrict(incident, "eve");

        for (var other : List.of("responder", "facilitator", "executive", "auditor", "admin", "outsider")) {
            as(other).get(item).then().statusCode(404);
            as(other).body(ACCEPT).post(item + "/accept").then().statusCode(404);
            as(other)
                    .header("Log-Entry", restricted.toString())
                    .get("/api/action-items?q=" + word)
                    .then()
                    .header("Hindsight-Stale", nullValue())
                    .body("items", empty());
        }
    }

    @Test
    void aListWaitsForEntriesOfEveryKind() {
        var incident = elsewhere.incident(Visibility.OPEN);
        for (Supplier<UUID> recording : List.<Supplier<UUID>>of(
                () -> elsewhere.restrict(incident, "eve"),
                () -> elsewhere
                        .agreed(elsewhere.postMortem(incident), "Alert", "ana", MAY)
                        .eventId(),
                () -> elsewhere.noted(incident))) {
            var entry = recording.get().toString();
            await().untilAsserted(() -> as("responder")
                    .header("Log-Entry", entry)
                    .get("/api/action-items?limit=1")
                    .then()
                    .statusCode(200)
                    .header("Hindsight-Stale", nullValue()));
        }
    }

    @ParameterizedTest
    @CsvSource({"responder,200", "facilitator,200", "executive,403", "auditor,403", "admin,403", "outsider,403"})
    void onlyTheOwnTeamsRespondersAndFacilitatorsWorkOnAnItem(String user, int status) {
        var item = opened(elsewhere.imported(postMortem(), "Alert"));

        as(user).body(ACCEPT).post(item + "/accept").then().statusCode(status);
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
        var item = opened(elsewhere.imported(postMortem(), "Alert"));

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
        var item = opened(elsewhere.agreed(postMortem(), "Alert", "ana", MAY));

        as("responder")
                .body(body)
                .post(item + "/complete")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }

    @Test
    void theListIsFilteredByWhatItShows() {
        var incident = elsewhere.incident(Visibility.OPEN);
        var postMortem = elsewhere.postMortem(incident);
        elsewhere.agreed(postMortem, "Late " + word, "ana", LocalDate.of(2020, 1, 1));
        elsewhere.agreed(postMortem, "In time " + word, "ben", LocalDate.of(2999, 1, 1));
        var last = elsewhere.imported(postMortem, "Unowned " + word);
        list("responder", last).then().body("items", hasSize(3));

        assertThat(titles("overdue=true")).containsExactly("Late " + word);
        assertThat(titles("overdue=false")).containsExactly("Unowned " + word, "In time " + word);
        assertThat(titles("unowned=true")).containsExactly("Unowned " + word);
        assertThat(titles("dueBefore=2999-01-02")).containsExactly("In time " + word, "Late " + word);
        assertThat(titles("owner=ben")).containsExactly("In time " + word);
        assertThat(titles("state=PROPOSED")).containsExactly("Unowned " + word);
        assertThat(titles("team=chain-core")).hasSize(3);
        assertThat(titles("team=payments-core")).isEmpty();
        assertThat(titles("incident=" + incident)).hasSize(3);
        assertThat(titles("incident=INC-2026-" + incident)).hasSize(3);
        assertThat(titles("incident=INC-2026-9999")).isEmpty();
    }

    @Test
    void pagesStayInStepWhenAnItemIsOpenedBetweenThem() {
        var postMortem = postMortem();
        Agreed last = null;
        for (int number = 1; number <= 4; number++) {
            last = elsewhere.agreed(postMortem, number + " " + word, "ana", MAY);
        }
        list("responder", last).then().body("items", hasSize(4));
        var first = as("responder").get("/api/action-items?limit=2&q=" + word);
        var between = elsewhere.agreed(postMortem, "5 " + word, "ana", MAY);
        list("responder", between).then().body("items", hasSize(5));

        var second = as("responder").get("/api/action-items?limit=2&q=" + word + "&cursor=" + first.path("nextCursor"));

        assertThat(first.<List<String>>path("items.title")).containsExactly("4 " + word, "3 " + word);
        assertThat(second.<List<String>>path("items.title")).containsExactly("2 " + word, "1 " + word);
        second.then().body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=OPEN", "overdue=yes", "unowned=1", "dueBefore=soon", "limit=0", "cursor=x"})
    void aFilterThatCannotBeReadIsAProblem(String query) {
        as("responder").get("/api/action-items?" + query).then().statusCode(400);
    }

    private UUID postMortem() {
        return elsewhere.postMortem(elsewhere.incident(Visibility.OPEN));
    }

    private Response list(String user, Agreed agreed) {
        return as(user).header("Log-Entry", agreed.eventId().toString()).get("/api/action-items?q=" + word);
    }

    private List<String> titles(String filter) {
        return as("responder").get("/api/action-items?q=" + word + "&" + filter).path("items.title");
    }

    /** The path of an item once it is open. */
    private static String opened(Agreed agreed) {
        var path = "/api/action-items/" + agreed.actionItemId();
        as("responder")
                .header("Log-Entry", agreed.eventId().toString())
                .get(path)
                .then()
                .statusCode(200);
        return path;
    }
}
