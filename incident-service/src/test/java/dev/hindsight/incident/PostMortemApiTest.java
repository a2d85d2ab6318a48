package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Speaks HTTP to the running service with real tokens; the database is the real one. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class PostMortemApiTest {

    private static final String ITEM = """
            {"title": "Alert on cache misses", "owner": "8f5c2c1e", "due": "2026-05-01"}""";

    @Test
    void aFacilitatorBeginsAPostMortemAndWhatIsProposedIsParked() {
        var incident = declare();
        var created = as("facilitator")
                .body(about(incident.path("reference")))
                .post("/api/postmortems")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Log-Entry", notNullValue())
                .header("Location", containsString("/api/postmortems/"))
                .body("state", equalTo("PREPARING"))
                .body("team", equalTo("chain-core"))
                .body("incidentIds", hasItem(incident.<String>path("incidentId")))
                .body("facilitator", notNullValue())
                .extract();

        as("facilitator")
                .header("If-Match", created.header("ETag"))
                .body(ITEM)
                .post(created.header("Location") + "/action-items")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("actionItems", hasSize(0))
                .body("parked", hasSize(1))
                .body("parked[0].parkedId", notNullValue())
                .body("parked[0].owner", equalTo("8f5c2c1e"))
                .body("parked[0].due", equalTo("2026-05-01"));

        as("executive")
                .get(created.header("Location") + "/events")
                .then()
                .statusCode(200)
                .body("items.type", equalTo(List.of("post-mortem-created", "solution-parked")))
                .body("items[1].actor", notNullValue());
    }

    @Test
    void theSameKeyProposesASolutionOnce() {
        var postMortem = create(declare());
        var key = UUID.randomUUID().toString();

        for (int times = 0; times < 2; times++) {
            as("facilitator")
                    .header("Idempotency-Key", key)
                    .body(ITEM)
                    .post(postMortem + "/action-items")
                    .then()
                    .statusCode(200);
        }

        as("facilitator").get(postMortem).then().body("parked", hasSize(1));
    }

    @Test
    void aPostMortemOfAnUnknownIncidentIsRefused() {
        as("facilitator")
                .body(about(UUID.randomUUID().toString()))
                .post("/api/postmortems")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-incident"));
    }

    @Test
    void aPostMortemOfARestrictedIncidentDoesNotExistForOthers() {
        var incident = declare();
        var postMortem = create(incident);
        as("responder")
                .body("{\"visibility\":\"RESTRICTED\",\"people\":[\"%s\"],\"reason\":\"exploit\"}"
                        .formatted(incident.<String>path("declaredBy")))
                .post("/api/incidents/" + incident.path("incidentId") + "/visibility")
                .then()
                .statusCode(200);

        as("facilitator")
                .body(about(incident.path("incidentId")))
                .post("/api/postmortems")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-incident"));
        for (var other : List.of("facilitator", "executive", "auditor", "outsider", "admin")) {
            as(other).get(postMortem).then().statusCode(404);
            as(other).get(postMortem + "/events").then().statusCode(404);
            as(other).body(ITEM).post(postMortem + "/action-items").then().statusCode(404);
        }
        as("responder").get(postMortem).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"responder", "executive", "auditor", "admin", "outsider"})
    void onlyFacilitatorsOfTheTeamRunPostMortems(String user) {
        var incident = declare();
        as(user).body(about(incident.path("incidentId")))
                .post("/api/postmortems")
                .then()
                .statusCode(403);
        as(user).body("{\"startsAt\": \"2026-05-01T10:00:00Z\"}")
                .post(create(incident) + "/schedule")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"executive", "auditor", "admin", "outsider"})
    void whoTakesNoPartProposesNothing(String user) {
        as(user).body(ITEM)
                .post(create(declare()) + "/action-items")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"owner\": \"8f5c2c1e\", \"due\": \"2026-05-01\"}",
                "{\"title\": \"Alert\", \"owner\": \" \", \"due\": \"2026-05-01\"}",
                "{\"title\": \"Alert\", \"owner\": \"8f5c2c1e\", \"due\": \"soon\"}",
                "{\"title\": \"Alert\", \"owner\": \"8f5c2c1e\", \"due\": \"2026-05-01\", \"priority\": 1}"
            })
    void aSolutionHasATitleAndPerhapsAnOwnerAndADateAndNothingElse(String body) {
        as("facilitator")
                .body(body)
                .post(create(declare()) + "/action-items")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors[0].field", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"incidentIds\": []}", "{}", "{\"incidentIds\": [\"x\"], \"leader\": \"me\"}"})
    void aPostMortemNeedsIncidentsAndNothingUnknown(String body) {
        as("facilitator").body(body).post("/api/postmortems").then().statusCode(400);
    }

    private static Response declare() {
        return as("responder")
                .body("{\"title\": \"Finality is lost\", \"severity\": \"SEV1\", \"team\": \"chain-core\"}")
                .post("/api/incidents");
    }

    private static String create(Response incident) {
        return as("facilitator")
                .body(about(incident.path("incidentId")))
                .post("/api/postmortems")
                .header("Location");
    }

    private static String about(String incident) {
        return "{\"incidentIds\": [\"%s\"]}".formatted(incident);
    }
}
