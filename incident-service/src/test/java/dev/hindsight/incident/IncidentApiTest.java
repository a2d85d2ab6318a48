package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.anonymous;
import static dev.hindsight.logkit.Callers.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Speaks HTTP to the running service with real tokens; the database is the real one. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class IncidentApiTest {

    private static final String OUTAGE = """
            {"title": "%s", "severity": "SEV1", "team": "chain-core", "occurredAt": "2026-03-01T12:10:00Z"}""";

    @Test
    void anOutageIsRecordedFromItsDeclarationToItsResolution() {
        var declared = declare("Finality is lost");
        var id = declared.<String>path("incidentId");
        post(id + "/marks", "{\"mark\":\"IMPACT_STARTED\",\"occurredAt\":\"2026-03-01T12:00:00Z\"}")
                .then()
                .statusCode(200);
        post(id + "/acknowledge", "{\"occurredAt\":\"2026-03-01T12:12:00Z\"}")
                .then()
                .statusCode(200);
        var entry = post(id + "/timeline", entry("Participation drops", "2026-03-01T12:01:00Z"))
                .then()
                .statusCode(200)
                .extract()
                .<String>path("timeline[0].entryId");
        post(
                        id + "/timeline/" + entry + "/corrections",
                        "{\"kind\":\"ALERT\",\"text\":\"Participation drops\","
                                + "\"occurredAt\":{\"at\":\"2026-03-01T12:02:00Z\",\"precision\":\"MINUTE\",\"statedAs\":\"13:02 CET\"},"
                                + "\"reason\":\"the clock was off\"}")
                .then()
                .statusCode(200);
        post(id + "/mitigate", "{\"occurredAt\":\"2026-03-01T12:30:00Z\"}")
                .then()
                .statusCode(200);
        post(id + "/resolve", "{\"occurredAt\":\"2026-03-01T13:00:00Z\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("RESOLVED"));

        as("executive")
                .get("/api/incidents/" + declared.path("reference"))
                .then()
                .statusCode(200)
                .header("ETag", "\"7\"")
                .body("durations.find { it.name == 'TIME_TO_RESOLVE' }.seconds", equalTo(3600))
                .body("durations.find { it.name == 'TIME_TO_DETECT' }.status", equalTo("PENDING"))
                .body("timeline[0].occurredAt.statedAs", equalTo("13:02 CET"))
                .body("timeline[0].corrections[0].before.occurredAt.earliest", equalTo("2026-03-01T12:01:00Z"))
                .body("timeline[0].recordedBy", notNullValue());
        as("executive")
                .get("/api/incidents/" + id + "/events")
                .then()
                .statusCode(200)
                .body("items.type", hasItem("timeline-entry-corrected"))
                .body("items.actor", not(hasItem(nullValue())))
                .body("items", hasSize(7));
    }

    @Test
    void aListReadsWhatWasJustWritten() {
        var declared = declare("Just declared");

        as("responder")
                .header("Log-Entry", declared.header("Log-Entry"))
                .get("/api/incidents?q=declared&limit=200")
                .then()
                .statusCode(200)
                .header("Hindsight-Stale", nullValue())
                .body("items.reference", hasItem(declared.<String>path("reference")));
    }

    @Test
    void aStateIsReadAsItWasKnown() {
        var declared = declare("As known then");
        var id = declared.<String>path("incidentId");
        long before = positionOf(id, 0);
        post(id + "/resolve", "{}").then().statusCode(200);

        as("responder")
                .get("/api/incidents/" + id + "?atPosition=" + before)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("version", equalTo(1));
        as("responder")
                .get("/api/incidents/" + id + "?knownAt=2999-01-01T00:00:00Z")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/not-yet-known"));
    }

    @Test
    void aRestrictedIncidentDoesNotExistForOthers() {
        var declared = declare("Exploit in the bridge");
        var id = declared.<String>path("incidentId");
        var me = declared.<String>path("declaredBy");
        var restricted = post(
                id + "/visibility",
                "{\"visibility\":\"RESTRICTED\",\"people\":[\"%s\"],\"reason\":\"exploit\"}".formatted(me));
        restricted.then().statusCode(200);

        for (var other : List.of("outsider", "facilitator", "executive", "auditor", "admin")) {
            as(other).get("/api/incidents/" + id).then().statusCode(404);
            as(other)
                    .get("/api/incidents/" + declared.path("reference") + "/events")
                    .then()
                    .statusCode(404);
            as(other)
                    .body("{}")
                    .post("/api/incidents/" + id + "/resolve")
                    .then()
                    .statusCode(404);
            as(other)
                    .header("Log-Entry", restricted.header("Log-Entry"))
                    .get("/api/incidents?q=exploit&limit=200")
                    .then()
                    .body("items", hasSize(0));
        }
        as("responder").get("/api/incidents/" + id).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"responder,201", "facilitator,201", "executive,403", "auditor,403", "admin,403", "outsider,403"})
    void onlyTheOwnTeamsRespondersAndFacilitatorsDeclare(String user, int status) {
        as(user).body(OUTAGE.formatted("Rights")).post("/api/incidents").then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"facilitator,200", "executive,403", "auditor,403", "admin,403", "outsider,403"})
    void onlyTheOwnTeamsRespondersAndFacilitatorsChange(String user, int status) {
        var id = declare("Rights").<String>path("incidentId");

        as(user).body("{}").post("/api/incidents/" + id + "/acknowledge").then().statusCode(status);
    }

    @Test
    void nothingIsToldWithoutAValidToken() {
        for (var header : new String[] {"Bearer not-a-token", "Bearer " + unsigned(), ""}) {
            var request = anonymous();
            if (!header.isEmpty()) {
                request.header("Authorization", header);
            }
            request.get("/api/incidents")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/unauthenticated"));
        }
    }

    @Test
    void aHistoryIsReadInPages() {
        var id = declare("Pages").<String>path("incidentId");
        post(id + "/acknowledge", "{}").then().statusCode(200);
        post(id + "/mitigate", "{}").then().statusCode(200);

        var first = as("responder").get("/api/incidents/" + id + "/events?limit=2");
        first.then().body("items.sequence", contains(0, 1));
        as("responder")
                .get("/api/incidents/" + id + "/events?limit=2&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.type", contains("incident-mitigated"))
                .body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"titel\": \"typo\", \"severity\": \"SEV1\", \"team\": \"chain-core\"}",
                "{\"title\": \" \", \"severity\": \"SEV1\", \"team\": \"chain-core\"}",
                "{\"title\": \"x\", \"severity\": \"SEV9\", \"team\": \"chain-core\"}",
                "{\"title\": \"x\", \"severity\": \"SEV1\", \"team\": \"chain-core\", \"occurredAt\": \"yesterday\"}",
                "{\"title\": \"x\"",
                "[]",
                ""
            })
    void badInputIsAProblemThatNamesTheField(String body) {
        as("responder")
                .body(body)
                .post("/api/incidents")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors[0].field", notNullValue())
                .body("traceId", notNullValue());
    }

    private static long positionOf(String id, int event) {
        return await().until(
                        () -> as("responder")
                                .get("/api/incidents/" + id + "/events")
                                .<Integer>path("items[%d].position".formatted(event)),
                        Objects::nonNull)
                .longValue();
    }

    private static Response declare(String title) {
        var answer = as("responder").body(OUTAGE.formatted(title)).post("/api/incidents");
        answer.then().statusCode(201).header("Location", notNullValue()).header("Log-Entry", notNullValue());
        return answer;
    }

    private static Response post(String path, String body) {
        return as("responder").body(body).post("/api/incidents/" + path);
    }

    private static String entry(String text, String at) {
        return "{\"kind\":\"ALERT\",\"text\":\"%s\",\"occurredAt\":\"%s\"}".formatted(text, at);
    }

    /** A real token's claims under the algorithm "none". */
    private static String unsigned() {
        var parts = ServiceStack.tokenOf("responder").split("\\.");
        return "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0." + parts[1] + ".";
    }
}
