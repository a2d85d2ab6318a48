package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The timeline in a meeting: what was known only later is marked, and no masked read leads to it. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class GuardedTimelineTest {

    @Test
    void anEntryRecordedAfterTheMomentUnderDiscussionSaysHowMuchLater() {
        var incident = declare("LIVE");
        entry(incident, "Blocks stop", "2026-03-01T12:00:00Z");
        var meeting = meeting(incident);

        as("responder")
                .get(meeting + "/timeline?moment=2026-03-01T12:00:00Z")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].assumed", equalTo(false))
                .body("items[0].knownLaterSeconds", greaterThan(0))
                .body("items[0].label", containsString("known later (+"));
        as("responder")
                .get(meeting + "/timeline?moment=2999-01-01T00:00:00Z")
                .then()
                .body("items[0].label", nullValue());
    }

    @Test
    void anEntryThatWasCorrectedIsAsLateAsItsCorrection() {
        var incident = declare("LIVE");
        var id = entry(incident, "Blocks stop", "2026-03-01T12:00:00Z");
        var recorded = as("responder").get("/api/incidents/" + incident).<String>path("timeline[0].recordedAt");
        var meeting = meeting(incident);
        as("responder").get(meeting + "/timeline/" + id).then().body("knownFrom", equalTo(recorded));

        as("responder")
                .body("""
                        {"kind": "ALERT", "text": "Blocks slow down", "occurredAt": "2026-03-01T12:00:00Z",
                         "reason": "read from the chain"}""")
                .post("/api/incidents/%s/timeline/%s/corrections".formatted(incident, id))
                .then()
                .statusCode(200);

        var corrected =
                as("responder").get("/api/incidents/" + incident).<String>path("timeline[0].corrections[0].recordedAt");
        as("responder")
                .get(meeting + "/timeline/" + id)
                .then()
                .body("knownFrom", equalTo(corrected))
                .body("knownFrom", not(equalTo(recorded)));
    }

    @Test
    void ofAnIncidentRecordedAfterTheFactItIsHiddenWhatHadNotHappened() {
        var incident = declare("RETROSPECTIVE");
        entry(incident, "Blocks stop", "2026-03-01T12:00:00Z");
        entry(incident, "Blocks come again", "2026-03-01T13:00:00Z");
        var meeting = meeting(incident);
        mask(meeting, "2026-03-01T12:30:00Z");

        as("responder")
                .get(meeting + "/timeline")
                .then()
                .body("items.entry.text", equalTo(List.of("Blocks stop")))
                .body("items[0].assumed", equalTo(true));
    }

    @Test
    void aMomentToComeIsNoMask() {
        as("facilitator")
                .body("{\"moment\": \"2999-01-01T00:00:00Z\"}")
                .post(meeting(declare("LIVE")) + "/mask")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("moment"));
    }

    /** Entries and corrections of before and after the moment, in random number. */
    @RepeatedTest(5)
    void nothingRecordedLaterIsReachableThroughAMaskedRead(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var incident = declare("LIVE");
        var before = new ArrayList<String>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            before.add(entry(incident, "early " + i, "2026-03-01T12:0%d:00Z".formatted(i)));
        }
        await().until(() -> as("responder")
                        .get("/api/incidents/" + incident + "/events?limit=200")
                        .path("items[-1].position")
                != null);
        var moment = Instant.now();
        var after = new ArrayList<String>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            after.add(entry(incident, "tardy " + i, "2026-03-01T11:0%d:00Z".formatted(i)));
        }
        var corrected = before.get(random.nextInt(before.size()));
        as("responder")
                .body("""
                        {"kind": "ALERT", "text": "tardy correction", "occurredAt": "2026-03-01T12:00:00Z",
                         "reason": "tardy reason"}""")
                .post("/api/incidents/%s/timeline/%s/corrections".formatted(incident, corrected))
                .then()
                .statusCode(200);
        var meeting = meeting(incident);
        mask(meeting, moment.toString());

        var list = as("responder").get(meeting + "/timeline?limit=200");
        list.then().statusCode(200).body("items", hasSize(before.size()));
        assertThat(list.asString()).doesNotContain("tardy");
        var page = as("responder").get(meeting + "/timeline?limit=1");
        for (int pages = 0; page.path("nextCursor") != null; pages++) {
            assertThat(pages).isLessThan(20);
            assertThat(page.asString()).doesNotContain("tardy");
            page = as("responder")
                    .queryParam("cursor", page.<String>path("nextCursor"))
                    .get(meeting + "/timeline?limit=1");
        }
        as("responder").get(meeting + "/timeline?q=tardy").then().body("items", hasSize(0));
        as("responder").get(meeting + "/timeline?kind=ALERT").then().body("items", hasSize(0));
        as("responder")
                .get(meeting + "/timeline?moment=2999-01-01T00:00:00Z")
                .then()
                .body("items", hasSize(before.size()));
        as("responder")
                .get(meeting + "/timeline/counts")
                .then()
                .body("entries", equalTo(before.size()))
                .body("byKind.ALERT", nullValue());
        as("responder").get(meeting + "/timeline/counts?q=tardy").then().body("entries", equalTo(0));
        after.forEach(entry ->
                as("responder").get(meeting + "/timeline/" + entry).then().statusCode(404));
        before.forEach(entry -> as("responder")
                .get(meeting + "/timeline/" + entry)
                .then()
                .statusCode(200)
                .body(not(containsString("tardy"))));

        as("facilitator")
                .body("{\"reason\": \"the analysis begins\"}")
                .post(meeting + "/unmask")
                .then()
                .statusCode(200)
                .body("meeting.mask", nullValue())
                .body("meeting.maskings[0].liftedBecause", equalTo("the analysis begins"));
        as("responder").get(meeting + "/timeline?q=tardy").then().body("items", hasSize(after.size() + 1));
    }

    private static void mask(String meeting, String moment) {
        as("facilitator")
                .body("{\"moment\": \"%s\"}".formatted(moment))
                .post(meeting + "/mask")
                .then()
                .statusCode(200);
    }

    private static String meeting(String incident) {
        var meeting = as("facilitator")
                .body("{\"incidentIds\": [\"%s\"]}".formatted(incident))
                .post("/api/postmortems")
                .header("Location");
        as("facilitator")
                .body("{\"reason\": \"all are here\"}")
                .post(meeting + "/start")
                .then()
                .statusCode(200);
        return meeting;
    }

    private static String declare(String mode) {
        return as("responder")
                .body("{\"title\": \"Blocks stop\", \"severity\": \"SEV2\", \"team\": \"chain-core\", \"mode\": \"%s\"}"
                        .formatted(mode))
                .post("/api/incidents")
                .path("incidentId");
    }

    private static String entry(String incident, String text, String at) {
        Response added = as("responder")
                .body("{\"kind\": \"OBSERVATION\", \"text\": \"%s\", \"occurredAt\": \"%s\"}".formatted(text, at))
                .post("/api/incidents/" + incident + "/timeline");
        added.then().statusCode(200);
        return added.path("timeline.find { it.text == '%s' }.entryId".formatted(text));
    }
}
