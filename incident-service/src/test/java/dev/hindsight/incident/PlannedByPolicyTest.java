package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the policy on post-mortems plans by itself, and how it tells what is due. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class PlannedByPolicyTest {

    @BeforeEach
    void setPolicy() {
        Policies.standard();
    }

    @Test
    void aSevereOutageThatIsOverIsPlannedAPostMortemOnce() {
        var incident = declare("SEV1", "LIVE");
        step(incident, "resolve");

        awaitPlanned(incident);
        as("responder")
                .body("{\"reason\": \"blocks stop again\"}")
                .post("/api/incidents/" + incident + "/reopen")
                .then()
                .statusCode(200);
        step(incident, "resolve");
        awaitPlanned(another());

        as("facilitator")
                .get("/api/postmortems?incident=" + incident)
                .then()
                .body("items.state", equalTo(List.of("PLANNED")))
                .body("items[0].owner", nullValue());
    }

    @Test
    void nothingIsPlannedForLesserOnesNorForDrillsNorForWhatIsDiscussedAlready() {
        var lesser = declare("SEV4", "LIVE");
        var drill = declare("SEV1", "DRILL");
        var discussed = declare("SEV1", "LIVE");
        as("facilitator")
                .body("{\"incidentIds\": [\"%s\"]}".formatted(discussed))
                .post("/api/postmortems")
                .then()
                .statusCode(201);
        List.of(lesser, drill, discussed).forEach(incident -> step(incident, "resolve"));
        awaitPlanned(another()); // it comes after them in the log

        for (var incident : List.of(lesser, drill)) {
            as("facilitator")
                    .get("/api/postmortems?incident=" + incident)
                    .then()
                    .body("items", hasSize(0));
        }
        as("facilitator")
                .get("/api/postmortems?incident=" + discussed)
                .then()
                .body("items.state", equalTo(List.of("PREPARING")));
    }

    @Test
    void theDueDatesTellWhatIsDueMetAndMissed() {
        var recent = begun(declare("SEV1", "LIVE"));
        as("facilitator")
                .get(recent + "/due-dates")
                .then()
                .statusCode(200)
                .body("severity", equalTo("SEV1"))
                .body("meeting.status", equalTo("DUE"))
                .body("meeting.reason", containsString("3 calendar days"))
                .body("review.status", equalTo("DUE"));
        as("facilitator").body("{}").post(recent + "/review").then().statusCode(200);
        as("facilitator")
                .body("{\"reason\": \"all are here\"}")
                .post(recent + "/start")
                .then()
                .statusCode(200);
        as("facilitator")
                .get(recent + "/due-dates")
                .then()
                .body("meeting.status", equalTo("MET"))
                .body("review.status", equalTo("MISSED"));

        var old = as("responder").body("""
                        {"title": "Blocks stop", "severity": "SEV1", "team": "chain-core",
                         "occurredAt": "2026-03-01T12:00:00Z"}""").post("/api/incidents").<String>path("incidentId");
        as("facilitator")
                .get(begun(old) + "/due-dates")
                .then()
                .body("meeting.status", equalTo("MISSED"))
                .body("meeting.due", equalTo("2026-03-04T12:00:00Z"));
        var lesser = begun(declare("SEV5", "LIVE"));
        as("facilitator")
                .get(lesser + "/due-dates")
                .then()
                .body("meeting.status", equalTo("DUE"))
                .body("meeting.reason", containsString("5 working days"));
        as("facilitator")
                .body("{\"reason\": \"a drill\", \"approver\": \"somebody\"}")
                .post(lesser + "/waive")
                .then()
                .statusCode(200);
        as("facilitator").get(lesser + "/due-dates").then().body("meeting.status", equalTo("NOT_APPLICABLE"));
    }

    @Test
    void theListIsFilteredByWhereItsMeetingsStand() {
        var incident = declare("SEV1", "LIVE");
        step(incident, "resolve");
        awaitPlanned(incident);

        as("executive")
                .get("/api/postmortems?due=DUE&incident=" + incident)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].meeting.status", equalTo("DUE"))
                .body("items[0].review.status", equalTo("DUE"));
        as("executive")
                .get("/api/postmortems?due=MISSED&incident=" + incident)
                .then()
                .body("items", hasSize(0));
        as("executive").get("/api/postmortems?due=SOON").then().statusCode(400);
        var all = as("executive").get("/api/postmortems?due=DUE&limit=200").<List<String>>path("items.postMortemId");
        var paged = new ArrayList<String>();
        var page = as("executive").get("/api/postmortems?due=DUE&limit=1");
        while (true) {
            paged.addAll(page.<List<String>>path("items.postMortemId"));
            if (page.path("nextCursor") == null) {
                break;
            }
            page = as("executive")
                    .queryParam("cursor", page.<String>path("nextCursor"))
                    .get("/api/postmortems?due=DUE&limit=1");
        }
        assertThat(paged).containsExactlyElementsOf(all);
    }

    private static void awaitPlanned(String incident) {
        await().until(() -> !as("facilitator")
                .get("/api/postmortems?incident=" + incident)
                .path("items")
                .equals(List.of()));
    }

    private static String another() {
        var incident = declare("SEV1", "LIVE");
        step(incident, "resolve");
        return incident;
    }

    private static String begun(String incident) {
        return as("facilitator")
                .body("{\"incidentIds\": [\"%s\"]}".formatted(incident))
                .post("/api/postmortems")
                .header("Location");
    }

    private static void step(String incident, String step) {
        as("responder")
                .body("{}")
                .post("/api/incidents/" + incident + "/" + step)
                .then()
                .statusCode(200);
    }

    private static String declare(String severity, String mode) {
        return as("responder")
                .body("{\"title\": \"Blocks stop\", \"severity\": \"%s\", \"team\": \"chain-core\", \"mode\": \"%s\"}"
                        .formatted(severity, mode))
                .post("/api/incidents")
                .path("incidentId");
    }
}
