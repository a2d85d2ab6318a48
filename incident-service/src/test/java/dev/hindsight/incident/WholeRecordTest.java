package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Everything that can be put on record about an incident, as a team does it. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class WholeRecordTest {

    private static final String BECAUSE = "{\"reason\":\"looked at again\"}";

    @Test
    void aFalseAlarmIsDeclinedAndTakesNothingMore() {
        var id = declare("{\"title\":\"A monitor\",\"severity\":\"SEV3\",\"team\":\"chain-core\",\"triage\":true}");

        post(id, "decline", "{}").statusCode(400).body("errors[0].field", equalTo("reason"));
        post(id, "decline", "{\"reason\":\"the monitor was behind\"}")
                .statusCode(200)
                .body("status", equalTo("DECLINED"))
                .body("steps[1].words", equalTo("the monitor was behind"))
                .body("durations[0].status", equalTo("NOT_APPLICABLE"));
        post(id, "marks", "{\"mark\":\"DETECTED\",\"occurredAt\":\"2026-03-01T12:00:00Z\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/step-not-possible"));
    }

    @Test
    void anIncidentThatWasOverIsReopenedInAnEpisodeOfItsOwnAndClosedInTheEnd() {
        var id = declare();
        post(id, "marks", "{\"mark\":\"IMPACT_STARTED\",\"occurredAt\":\"2026-03-01T12:00:00Z\"}");
        post(id, "resolve", "{\"occurredAt\":\"2026-03-01T13:00:00Z\"}").statusCode(200);
        post(id, "reopen", "{\"reason\":\"finality is lost again\",\"occurredAt\":\"2026-03-01T14:00:00Z\"}")
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("episodes", equalTo(2))
                .body("durations.find { it.name == 'TIME_TO_RESOLVE' }.status", equalTo("PENDING"));
        post(id, "marks", "{\"mark\":\"FINALITY_LOST\",\"occurredAt\":\"2026-03-01T13:58:00Z\"}")
                .body("marks[-1].episode", equalTo(2));
        post(id, "resolve", "{\"occurredAt\":\"2026-03-01T15:00:00Z\"}")
                .body("durations.find { it.name == 'TIME_TO_RESOLVE' }.seconds", equalTo(3 * 3600));
        post(id, "close", "{\"note\":\"all is done\"}").statusCode(200).body("status", equalTo("CLOSED"));
    }

    @Test
    void aMergedIncidentSendsItsLaterFactsToTheOneItIsAPartOf() {
        var target = declare();
        var id = declare();

        post(id, "merge", "{\"target\":\"INC-1999-0001\"}").statusCode(422).body("errors[0].field", equalTo("target"));
        post(id, "merge", "{\"target\":\"%s\"}".formatted(id))
                .statusCode(409)
                .body("type", equalTo("/problems/other-incident-needed"));
        post(id, "merge", "{\"target\":\"%s\"}".formatted(target))
                .statusCode(200)
                .body("status", equalTo("MERGED"))
                .body("mergedInto", equalTo(target));
        post(id, "timeline", entry("Peers lost"))
                .statusCode(409)
                .body("type", equalTo("/problems/merged-elsewhere"))
                .body("detail", containsString(target));
        get(target).body("absorbed", contains(id)).body("status", equalTo("ACTIVE"));
    }

    @Test
    void aMergeIntoAnIncidentThatCannotTakeItChangesNeither() {
        var target = declare("{\"title\":\"A monitor\",\"severity\":\"SEV3\",\"team\":\"chain-core\",\"triage\":true}");
        post(target, "decline", BECAUSE);
        var id = declare();

        post(id, "merge", "{\"target\":\"%s\"}".formatted(target))
                .statusCode(409)
                .body("type", equalTo("/problems/step-not-possible"));
        get(id).body("status", equalTo("ACTIVE")).body("version", equalTo(1));
    }

    @Test
    void whatWasWrongIsCorrectedRetractedAndDisputedWithBothReadingsKept() {
        var id = declare();
        var entry = post(id, "timeline", entry("Peers lost")).extract().<String>path("timeline[0].entryId");
        var dispute = post(
                        id,
                        "timeline/" + entry + "/disputes",
                        "{\"otherReading\":\"Peers were never there\",\"source\":\"node log\"}")
                .statusCode(200)
                .body("timeline[0].disputed", equalTo(true))
                .body("timeline[0].text", equalTo("Peers lost"))
                .extract()
                .<String>path("timeline[0].disputes[0].disputeId");
        as("responder")
                .get("/api/incidents/%s/timeline?disputed=true".formatted(id))
                .then()
                .statusCode(200)
                .body("items.entryId", contains(entry));
        post(
                        id,
                        "timeline/%s/disputes/%s/settlements".formatted(entry, dispute),
                        "{\"outcome\":\"both were looking at other nodes\"}")
                .body("timeline[0].disputed", equalTo(false))
                .body("timeline[0].disputes[0].settlement.outcome", equalTo("both were looking at other nodes"));
        post(id, "timeline/" + entry + "/retractions", BECAUSE)
                .body("timeline[0].retraction.reason", equalTo("looked at again"))
                .body("timeline[0].text", equalTo("Peers lost"));
        post(id, "timeline/" + entry + "/retractions", BECAUSE)
                .statusCode(409)
                .body("type", equalTo("/problems/retracted-already"));
        as("responder").get("/api/incidents/%s/timeline".formatted(id)).then().body("items", empty());

        post(id, "marks/0/corrections", "{\"occurredAt\":\"2026-03-01T11:00:00Z\",\"reason\":\"the clock\"}")
                .body("marks[0].occurredAt.earliest", equalTo("2026-03-01T11:00:00Z"))
                .body("marks[0].corrections", hasSize(1));
        post(id, "marks/99/retractions", BECAUSE).statusCode(409).body("type", equalTo("/problems/unknown-mark"));
    }

    @Test
    void impactsRolesLinksRegisterAndUpdatesAreOnRecord() {
        var other = declare();
        var id = declare();
        var impact = post(
                        id,
                        "impacts",
                        "{\"kind\":\"FUNDS\",\"from\":{\"at\":\"2026-03-01T12:30:00+01:00\",\"precision\":\"HOUR\"},"
                                + "\"quantity\":1.5,\"unit\":\"ETH\",\"feltBy\":\"bridge users\"}")
                .statusCode(200)
                .body("impacts[0].facts.from.earliest", equalTo("2026-03-01T11:00:00Z"))
                .body("impacts[0].facts.from.latest", equalTo("2026-03-01T11:59:59.999999Z"))
                .extract()
                .<String>path("impacts[0].impactId");
        post(id, "impacts", "{\"kind\":\"FUNDS\",\"from\":\"2026-03-01T12:00:00Z\",\"quantity\":1}")
                .statusCode(400)
                .body("errors[0].field", equalTo("unit"));
        post(id, "impacts/" + impact + "/retractions", BECAUSE)
                .body("impacts[0].retraction.reason", equalTo("looked at again"));

        post(id, "roles", "{\"role\":\"INCIDENT_COMMANDER\",\"person\":\"p-1\"}")
                .statusCode(200);
        post(id, "roles", "{\"role\":\"INCIDENT_COMMANDER\",\"person\":\"p-2\"}")
                .body("roles[0].person", equalTo("p-1"))
                .body("roles.findAll { it.until == null }.person", contains("p-2"));
        post(id, "roles/release", "{\"role\":\"INCIDENT_COMMANDER\",\"person\":\"p-1\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/role-not-held"));

        var link = "{\"relation\":\"CAUSED_BY\",\"target\":\"%s\"}".formatted(other);
        post(id, "links", link).body("links[0].otherId", equalTo(other));
        post(id, "links", link).statusCode(409).body("type", equalTo("/problems/linked-already"));

        var unknown = post(id, "register", "{\"kind\":\"UNKNOWN\",\"text\":\"Why only half of them?\"}")
                .extract()
                .<String>path("register.unknowns[0].unknownId");
        post(id, "register/" + unknown + "/assign", "{\"investigator\":\"p-1\"}")
                .statusCode(200);
        post(
                        id,
                        "register",
                        "{\"kind\":\"KNOWN\",\"text\":\"The other half was upgraded\",\"closes\":\"%s\"}"
                                .formatted(unknown))
                .body("register.unknowns[0].investigator", equalTo("p-1"))
                .body("register.unknowns[0].closedBy", equalTo(register(id)));

        post(
                        id,
                        "status-updates",
                        "{\"audience\":\"PUBLIC\",\"text\":\"Finality is late\",\"nextDue\":\"2026-03-01T15:00:00Z\"}")
                .body("nextUpdateDue", equalTo("2026-03-01T15:00:00Z"));
        post(id, "status-updates", "{\"audience\":\"PUBLIC\",\"text\":\"It is over\"}")
                .body("nextUpdateDue", nullValue());
    }

    @Test
    void detailsAndSeverityChangeAndTheListFollows() {
        var id = declare();
        var title = "Retitled " + UUID.randomUUID();
        post(id, "severity", "{\"severity\":\"SEV4\",\"reason\":\"few are concerned\"}")
                .body("severity", equalTo("SEV4"))
                .body("severityChanges[0].before", equalTo("SEV1"));
        post(id, "details", "{}").statusCode(400);
        post(id, "details", "{\"team\":\"payments-core\"}").statusCode(403);
        var changed = as("responder")
                .body("{\"title\":\"%s\",\"systems\":[\"sequencer\"]}".formatted(title))
                .post("/api/incidents/%s/details".formatted(id));
        changed.then().statusCode(200).body("title", equalTo(title));

        as("responder")
                .header("Log-Entry", changed.header("Log-Entry"))
                .get("/api/incidents?system=sequencer&severity=SEV4&q=" + title.substring(title.indexOf(' ') + 1))
                .then()
                .header("Hindsight-Stale", nullValue())
                .body("items.incidentId", contains(id));
    }

    @Test
    void aTimeThatDoesNotFitItsSlotIsTakenWithAWarning() {
        var id = declare();

        post(
                        id,
                        "timeline",
                        "{\"kind\":\"OBSERVATION\",\"text\":\"First slot\",\"occurredAt\":\"2020-12-01T13:00:23Z\","
                                + "\"chainPosition\":{\"chain\":\"ethereum\",\"slot\":0}}")
                .statusCode(200)
                .body("timeline[0].warnings[0]", containsString("59 min 48 s before the stated time"));
        post(
                        id,
                        "timeline",
                        "{\"kind\":\"OBSERVATION\",\"text\":\"x\",\"occurredAt\":\"2020-12-01T13:00:23Z\","
                                + "\"chainPosition\":{\"chain\":\"ethereum\"}}")
                .statusCode(400)
                .body("errors[0].field", equalTo("chainPosition"));
    }

    private static String register(String id) {
        return get(id).extract().path("register.knowns[0].knownId");
    }

    private static String declare() {
        return declare("{\"title\":\"Finality is lost\",\"severity\":\"SEV1\",\"team\":\"chain-core\","
                + "\"occurredAt\":\"2026-03-01T12:10:00Z\"}");
    }

    private static String declare(String body) {
        return as("responder")
                .body(body)
                .post("/api/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("incidentId");
    }

    private static ValidatableResponse post(String id, String path, String body) {
        return as("responder")
                .body(body)
                .post("/api/incidents/%s/%s".formatted(id, path))
                .then();
    }

    private static ValidatableResponse get(String id) {
        return as("responder").get("/api/incidents/" + id).then().statusCode(200);
    }

    private static String entry(String text) {
        return "{\"kind\":\"OBSERVATION\",\"text\":\"%s\",\"occurredAt\":\"2026-03-01T12:00:00Z\"}".formatted(text);
    }
}
