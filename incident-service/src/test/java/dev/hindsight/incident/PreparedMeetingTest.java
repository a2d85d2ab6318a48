package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the way to a meeting and after it: checklist, evidence, warnings, lists, outages of the same factors. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class PreparedMeetingTest {

    private String incident = "";
    private String meeting = "";

    @BeforeEach
    void begin() {
        Policies.standard();
        incident = declare();
        meeting = begun(incident);
    }

    @Test
    void theChecklistTellsWhatTheRecordHasAndWhatIsMissing() {
        as("responder")
                .body("""
                        {"kind": "METRIC_SERIES", "title": "Peers",
                         "points": [{"at": "2026-03-01T12:00:00Z", "value": 40}]}""")
                .post("/api/incidents/" + incident + "/evidence")
                .then()
                .statusCode(200);
        entry("2026-03-01T12:00:00Z");
        entry("2026-03-01T13:00:00Z");

        as("facilitator")
                .get(meeting + "/checklist")
                .then()
                .statusCode(200)
                .body("complete", equalTo(false))
                .body("evidence.METRIC_SERIES", equalTo(1))
                .body("missing", not(hasItem("METRIC_EVIDENCE")))
                .body("missing", hasItem("TIMELINE"))
                .body("timeline.entries", equalTo(2))
                .body("timeline.gaps[0].minutes", equalTo(60));
        as("facilitator").get(meeting + "/checklist?gapMinutes=90").then().body("missing", not(hasItem("TIMELINE")));
        for (var unusable : List.of("soon", "0", "-5", "525601", "999999999999999999")) {
            as("facilitator")
                    .get(meeting + "/checklist?gapMinutes=" + unusable)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("gapMinutes"));
        }
    }

    @Test
    void aWaivedItemIsNotMissed() {
        send(meeting + "/checklist", "{\"item\": \"LOG_EVIDENCE\", \"reason\": \"logs are kept for a day\"}");

        as("facilitator")
                .get(meeting + "/checklist")
                .then()
                .body("missing", not(hasItem("LOG_EVIDENCE")))
                .body("items.find { it.item == 'LOG_EVIDENCE' }.waivedBecause", equalTo("logs are kept for a day"));
    }

    @Test
    void aMeetingWarnsWhenItsFacilitatorWorkedOnTheIncident() {
        as("facilitator")
                .body("{}")
                .post("/api/incidents/" + incident + "/mitigate")
                .then()
                .statusCode(200);

        as("facilitator")
                .body("{\"reason\": \"nobody else is there\"}")
                .post(meeting + "/start")
                .then()
                .statusCode(200)
                .body("meeting.sessions[0].facilitatorResponded", equalTo(true))
                .body("meeting.sessions[0].missing", hasItem("HYPOTHESES"));
    }

    @Test
    void evidenceIsOfTheIncidentsThatThePostMortemIsAbout() {
        var hypothesis = send(meeting + "/hypotheses", "{\"statement\": \"It was the cache\"}")
                .<String>path("hypotheses[0].hypothesisId");

        as("responder")
                .body("{\"evidenceId\": \"%s\", \"consistency\": \"II\"}".formatted(UUID.randomUUID()))
                .post(meeting + "/hypotheses/" + hypothesis + "/assess")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/unknown-evidence"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "start":4,"end":4,"answer":"ACCEPTED"                    | end
            "start":0,"end":4,"answer":"DISMISSED"                   | reason
            "start":0,"end":4,"answer":"DISMISSED","reason":" "      | reason
            "start":0,"end":4,"answer":"REWORDED"                    | rewording
            "start":0,"end":4,"answer":"REWORDED","rewording":" "    | rewording
            """)
    void anAnswerToTheCoachSaysWhatItNeedsTo(String answer, String field) {
        as("responder")
                .body("{\"textId\":\"%s\",\"rule\":\"human-error\",%s}".formatted(UUID.randomUUID(), answer))
                .post(meeting + "/coach-answers")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void aRewordingIsKeptWithTheFinding() {
        var text = send(meeting + "/lessons", "{\"kind\": \"LEARNED\", \"text\": \"It was human error\"}")
                .<String>path("lessons[0].lessonId");

        send(meeting + "/coach-answers", """
                {"textId": "%s", "rule": "human-error", "start": 7, "end": 18, "answer": "REWORDED",
                 "rewording": "Both consoles looked the same"}""".formatted(text))
                .then()
                .body("coachAnswers[0].rewording", equalTo("Both consoles looked the same"))
                .body("coachAnswers[0].recordedBy", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "/schedule, startsAt, +300000-01-01T00:00:00Z",
        "/schedule, startsAt, -0001-01-01T00:00:00Z",
        "/start, occurredAt, +300000-01-01T00:00:00Z",
        "/mask, moment, -300000-01-01T00:00:00Z"
    })
    void aTimeThatNothingCanKeepIsRefused(String command, String field, String time) {
        as("facilitator")
                .body("{\"%s\": \"%s\"}".formatted(field, time))
                .post(meeting + command)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void anAgendaNamesEachPhaseOnce() {
        as("facilitator")
                .body("""
                        {"phases": [{"phase": "Q_AND_A", "minutes": 5}, {"phase": "Q_AND_A", "minutes": 5}]}""")
                .post(meeting + "/agenda")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("phases"));
        as("facilitator").body("{}").post(meeting + "/phases/LUNCH/open").then().statusCode(404);
    }

    @Test
    void isListedForThoseWhoMayReadItsIncidents() {
        var scheduled = send(meeting + "/schedule", "{\"startsAt\": \"2026-05-04T09:00:00Z\"}");
        var entry = scheduled.header("Log-Entry");
        var id = scheduled.<String>path("postMortemId");

        as("executive")
                .header("Log-Entry", entry)
                .get("/api/postmortems?state=SCHEDULED&incident=" + incident)
                .then()
                .statusCode(200)
                .body("items.postMortemId", contains(id))
                .body("items[0].scheduledFor", equalTo("2026-05-04T09:00:00Z"));
        var restricted = as("responder")
                .body("{\"visibility\":\"RESTRICTED\",\"people\":[\"somebody\"],\"reason\":\"exploit\"}")
                .post("/api/incidents/" + incident + "/visibility")
                .header("Log-Entry");
        as("executive")
                .header("Log-Entry", restricted)
                .get("/api/incidents")
                .then()
                .statusCode(200);
        as("executive").get("/api/postmortems?incident=" + incident).then().body("items", hasSize(0));
    }

    @Test
    void findsEarlierOutagesThatShareAFactor() {
        var earlier = begun(declare());
        var factor = """
                {"statement": "%s", "role": "ENABLING", "layer": "BRIDGE", "kind": "%s",
                 "externalIds": [{"scheme": "%s", "version": "1", "id": "SC-7"}]}""";
        var scheme = UUID.randomUUID().toString();
        send(earlier + "/factors", factor.formatted("Messages were not checked", "SECURITY", scheme));
        var own = send(meeting + "/factors", factor.formatted("The proof was not checked", "KNOWLEDGE_GAP", scheme));
        as("facilitator")
                .header("Log-Entry", own.header("Log-Entry"))
                .get("/api/postmortems")
                .then()
                .statusCode(200);

        as("facilitator")
                .get(meeting + "/same-factors")
                .then()
                .statusCode(200)
                .body("statement", hasItem("Messages were not checked"))
                .body("own", hasItem("The proof was not checked"));

        var withdrawn = send(
                earlier + "/factors/" + as("facilitator").get(earlier).<String>path("factors[0].factorId")
                        + "/withdraw",
                "{\"reason\": \"they were checked\"}");
        as("facilitator").header("Log-Entry", withdrawn.header("Log-Entry")).get("/api/postmortems");
        as("facilitator")
                .get(meeting + "/same-factors")
                .then()
                .body("statement", not(hasItem("Messages were not checked")));
    }

    @Test
    void isClosedWithoutAReasonOnlyOnceItsItemsAreSettled() {
        send(meeting + "/start", "{\"reason\": \"all are here\"}");
        send(meeting + "/analysis/conclude", "{\"override\": {\"reason\": \"it is known\"}}");
        send(meeting + "/action-items", "{\"title\": \"Alert\", \"owner\": \"somebody\", \"due\": \"2999-01-01\"}");
        send(meeting + "/end", "{}");
        send(meeting + "/review", "{}");
        as("executive")
                .body("{}")
                .post(meeting + "/approve")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"));
        send(meeting + "/publish", "{}");

        as("facilitator")
                .body("{}")
                .post(meeting + "/close")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/post-mortem-reason-needed"))
                .body("detail", containsString("1 of its action items"));
        as("facilitator")
                .body("{\"reason\": \"the chain is retired\"}")
                .post(meeting + "/close")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
    }

    private static Response send(String path, String body) {
        var answer = as("facilitator").body(body).post(path);
        answer.then().statusCode(200).header("Log-Entry", notNullValue());
        return answer;
    }

    private static String begun(String incident) {
        return as("facilitator")
                .body("{\"incidentIds\": [\"%s\"], \"owner\": \"somebody\"}".formatted(incident))
                .post("/api/postmortems")
                .header("Location");
    }

    private static String declare() {
        return as("responder")
                .body("{\"title\": \"Finality is lost\", \"severity\": \"SEV1\", \"team\": \"chain-core\"}")
                .post("/api/incidents")
                .path("incidentId");
    }

    private void entry(String at) {
        as("responder")
                .body("{\"kind\": \"OBSERVATION\", \"text\": \"Blocks are late\", \"occurredAt\": \"%s\"}"
                        .formatted(at))
                .post("/api/incidents/" + incident + "/timeline")
                .then()
                .statusCode(200);
    }
}
