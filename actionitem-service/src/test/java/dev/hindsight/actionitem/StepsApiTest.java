package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.StartedService.did;
import static dev.hindsight.logkit.Callers.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.incident.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps of an item, over HTTP. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class StepsApiTest {

    private static final String EVIDENCE = "{\"evidence\": [\"https://example.org/pull/81\"]}";
    private static final String BECAUSE = "{\"reason\": \"the vendor is gone\"}";

    private UUID incident;

    @BeforeEach
    void start() {
        incident = StartedService.awaited().incident(Visibility.OPEN);
    }

    @Test
    void anItemIsStartedBlockedUnblockedCompletedVerifiedAndFoundNotToHelp() {
        var item = StartedService.accepted(incident, "Alert on misses");

        did("responder", item + "/start", "{}").then().body("status", equalTo("IN_PROGRESS"));
        did("responder", item + "/block", """
                {"roadblock": "The vendor", "occurredAt": "2026-03-01T12:00:00Z"}""")
                .then()
                .body("status", equalTo("BLOCKED"))
                .body("roadblock.roadblock", equalTo("The vendor"))
                .body("roadblock.since.earliest", equalTo("2026-03-01T12:00:00Z"))
                .body("roadblock.recordedBy", notNullValue());
        did("facilitator", item + "/unblock", "{\"note\": \"It is open\"}")
                .then()
                .body("status", equalTo("IN_PROGRESS"))
                .body("roadblock", nullValue());
        did("responder", item + "/complete", EVIDENCE).then().body("status", equalTo("DONE"));
        did("facilitator", item + "/verify", "{\"note\": \"Seen\"}")
                .then()
                .body("status", equalTo("VERIFIED"))
                .body("verification.note", equalTo("Seen"));
        did("responder", item + "/ineffective", "{\"reason\": \"It is silent\"}")
                .then()
                .body("status", equalTo("INEFFECTIVE"))
                .body("completion", nullValue())
                .body("steps.reason", contains(null, "The vendor", "It is open", null, "Seen", "It is silent"));
        did("responder", item + "/start", "{}").then().body("status", equalTo("IN_PROGRESS"));
    }

    @Test
    void anExecutiveDefersAnItemAndItIsNotResumedBeforeItsDay() {
        var item = StartedService.accepted(incident, "Alert on misses");
        did("executive", item + "/defer", "{\"risk\": \"An hour unnoticed\", \"until\": \"2999-01-01\"}")
                .then()
                .body("status", equalTo("DEFERRED"))
                .body("deferral.risk", equalTo("An hour unnoticed"))
                .body("deferral.until", equalTo("2999-01-01"))
                .body("deferral.recordedBy", notNullValue());

        as("responder")
                .body("{}")
                .post(item + "/resume")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/deferral-not-over"));
        as("executive").body("{}").post(item + "/resume").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"responder", "facilitator", "auditor", "admin", "outsider"})
    void nobodyElseDefers(String person) {
        as(person)
                .body("{\"risk\": \"none\", \"until\": \"2999-01-01\"}")
                .post(StartedService.accepted(incident, "Alert on misses") + "/defer")
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsProposedIsRejectedAndWhatIsAcceptedDropped() {
        did("responder", StartedService.proposed(incident, "Alert on misses") + "/reject", BECAUSE)
                .then()
                .body("status", equalTo("REJECTED"))
                .body("steps[0].reason", equalTo("the vendor is gone"));
        did("responder", StartedService.accepted(incident, "Alert on misses") + "/drop", BECAUSE)
                .then()
                .body("status", equalTo("DROPPED"));
    }

    @Test
    void whoDoesItByWhenIsChangedWithAReasonAndToldInTheHistory() {
        var item = StartedService.accepted(incident, "Alert on misses");
        did("responder", item + "/reassign", "{\"owner\": \"ben\", \"reason\": \"ana is away\"}");
        did("responder", item + "/reschedule", "{\"due\": \"2999-02-01\", \"reason\": \"the vendor is late\"}")
                .then()
                .body("owner", equalTo("ben"))
                .body("due", equalTo("2999-02-01"))
                .body("assignments.reason", contains(null, "ana is away", "the vendor is late"));

        as("auditor")
                .get(item + "/events")
                .then()
                .body("items.type", contains("action-item-opened", "action-item-reassigned", "action-item-rescheduled"))
                .body("items[1].actor", notNullValue())
                .body("items[1].payload.reason", equalTo("ana is away"));
    }

    @Test
    void commentsLinksAndDetailsAreKept() {
        var item = StartedService.accepted(incident, "Alert on misses");
        did("responder", item + "/comment", "{\"text\": \"5 %\"}").then().body("comments.text", contains("5 %"));
        did("responder", item + "/link", "{\"url\": \"https://example.org/issues/81\", \"label\": \"Issue 81\"}")
                .then()
                .body("links.url", contains("https://example.org/issues/81"));
        did("responder", item + "/details", "{\"kind\": \"DETECT\", \"strength\": \"INTERMEDIATE\"}");
        did("responder", item + "/details", "{\"kind\": \"PREVENT\"}")
                .then()
                .body("details.kind", equalTo("PREVENT"))
                .body("details.strength", equalTo("INTERMEDIATE"))
                .body("details.factors", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reject|{}",
                "reject|{\"reason\":\" \"}",
                "block|{}",
                "ineffective|{}",
                "drop|{}",
                "defer|{\"risk\":\"none\"}",
                "defer|{\"until\":\"2999-01-01\"}",
                "reassign|{\"owner\":\"ben\"}",
                "reassign|{\"reason\":\"away\"}",
                "reschedule|{\"due\":\"2999-01-01\"}",
                "reschedule|{\"due\":\"soon\",\"reason\":\"late\"}",
                "comment|{\"text\":\"\"}",
                "link|{\"url\":\"javascript:alert(1)\"}",
                "link|{}",
                "details|{}",
                "details|{\"strength\":\"STRONG\"}",
                "start|{\"occurredAt\":\"yesterday\"}",
                "verify|{\"owner\":\"ana\"}"
            })
    void whatCannotBeReadChangesNothing(String step, String body) {
        var item = StartedService.accepted(incident, "Alert on misses");

        as("responder")
                .body(body)
                .post(item + "/" + step)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));

        as("responder").get(item).then().body("version", equalTo(1));
    }

    @Test
    void aBrokenRuleIsNamed() {
        var item = StartedService.accepted(incident, "Alert on misses");
        as("responder")
                .body("{}")
                .post(item + "/verify")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/action-item-step-not-possible"));
        as("executive")
                .body("{\"risk\": \"none\", \"until\": \"2020-01-01\"}")
                .post(item + "/defer")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/deferral-not-ahead"));
        as("responder")
                .body("{\"owner\": \"somebody\", \"reason\": \"again\"}")
                .post(item + "/reassign")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/action-item-unchanged"));
    }

    @Test
    void aStepIsTakenOnlyFromTheVersionThatTheClientHasSeen() {
        var item = StartedService.accepted(incident, "Alert on misses");
        did("responder", item + "/start", "{}");

        as("responder")
                .header("If-Match", "\"1\"")
                .body(BECAUSE)
                .post(item + "/drop")
                .then()
                .statusCode(412);
        as("responder")
                .header("If-Match", "\"2\"")
                .body(BECAUSE)
                .post(item + "/drop")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
    }
}
