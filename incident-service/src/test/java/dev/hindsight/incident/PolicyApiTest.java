package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.policy.PolicyEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Speaks HTTP to the running service; there is one policy of each kind, so what was never set comes first. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@TestMethodOrder(OrderAnnotation.class)
class PolicyApiTest {

    private static final String POST_MORTEM = "/api/policies/postmortem";
    private static final String ACTION_ITEMS = "/api/policies/action-items";
    private static final String ITEMS = """
            {"dueWithinDays":{"SEV1":%s,"SEV2":20,"SEV3":40,"SEV4":50,"SEV5":60},"reason":"Sooner"}""";

    @Test
    @Order(1)
    void whatTheProductSetsHoldsBeforeAnyoneSetsAnother() {
        as("responder")
                .get(POST_MORTEM + "?atPosition=0")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("version", equalTo(0))
                .body("setAt", nullValue())
                .body("zone", equalTo("UTC"))
                .body("severities.SEV1.meetingWithinDays", equalTo(3))
                .body("severities.SEV1.days", equalTo("CALENDAR"))
                .body("severities.SEV2.days", equalTo("WORKING"))
                .body("severities.SEV2.planned", equalTo(true))
                .body("severities.SEV3.planned", equalTo(false))
                .body("severities.SEV5.reviewHoursBefore", equalTo(24))
                .body("severities.SEV5.approvals", equalTo(1));
        as("auditor")
                .get(ACTION_ITEMS + "?atPosition=0")
                .then()
                .statusCode(200)
                .body("dueWithinDays.SEV1", equalTo(15))
                .body("dueWithinDays.SEV5", equalTo(60));
        as("executive")
                .get(POST_MORTEM + "/events?atPosition=0")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    @Order(2)
    void anAdministratorSetsAWholeNewVersion() {
        var before = as("admin").get(POST_MORTEM).header("ETag");
        var set = as("admin")
                .header("If-Match", before)
                .body(postMortem("Europe/Berlin", 2, 24))
                .put(POST_MORTEM);
        set.then()
                .statusCode(200)
                .header("Log-Entry", notNullValue())
                .body("zone", equalTo("Europe/Berlin"))
                .body("severities.SEV4.meetingWithinDays", equalTo(2))
                .body("setBy", notNullValue())
                .body("reason", equalTo("As agreed"));

        as("facilitator")
                .header("If-None-Match", set.header("ETag"))
                .get(POST_MORTEM)
                .then()
                .statusCode(304);
        as("admin")
                .header("If-Match", before)
                .body(postMortem("UTC", 2, 24))
                .put(POST_MORTEM)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/version-mismatch"));
        as("auditor")
                .get(POST_MORTEM + "/events")
                .then()
                .statusCode(200)
                .body("items.type", hasItem("post-mortem-policy-set"))
                .body("items[0].actor", notNullValue());
        as("executive")
                .get(POST_MORTEM + "?atPosition=0")
                .then()
                .statusCode(200)
                .body("version", equalTo(0));
    }

    @Test
    @Order(3)
    void thePolicyOnActionItemsIsSetAndKeptAsWell() {
        as("admin")
                .body(ITEMS.formatted(10))
                .put(ACTION_ITEMS)
                .then()
                .statusCode(200)
                .body("dueWithinDays.SEV1", equalTo(10));

        as("executive")
                .get(ACTION_ITEMS + "/events")
                .then()
                .statusCode(200)
                .body("items[0].type", equalTo("action-item-policy-set"))
                .body("items[0].payload.policyId", equalTo(PolicyEvent.ACTION_ITEMS.toString()));
    }

    @Test
    void theSameKeySetsOnce() {
        var key = UUID.randomUUID().toString();
        var first = as("admin")
                .header("Idempotency-Key", key)
                .body(ITEMS.formatted(11))
                .put(ACTION_ITEMS);

        as("admin")
                .header("Idempotency-Key", key)
                .body(ITEMS.formatted(11))
                .put(ACTION_ITEMS)
                .then()
                .statusCode(200)
                .header("Idempotent-Replay", "true")
                .body(equalTo(first.asString()));
        as("admin")
                .header("Idempotency-Key", key)
                .body(ITEMS.formatted(12))
                .put(ACTION_ITEMS)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @ParameterizedTest
    @CsvSource({"responder", "facilitator", "executive", "auditor", "outsider"})
    void nobodyElseSetsPolicies(String user) {
        var version = as("admin").get(POST_MORTEM).<Integer>path("version");

        as(user).body(postMortem("UTC", 2, 24)).put(POST_MORTEM).then().statusCode(403);
        as(user).body(ITEMS.formatted(1)).put(ACTION_ITEMS).then().statusCode(403);
        as(user).get(POST_MORTEM).then().statusCode(200).body("version", equalTo(version));
    }

    @Test
    void aReviewBeforeTheEndIsImpossible() {
        as("admin")
                .body(postMortem("UTC", 1, 25))
                .put(POST_MORTEM)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/review-due-too-early"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "Nowhere/City", " ", "cet"})
    void aZoneIsOneThatHasAName(String zone) {
        as("admin")
                .body(postMortem(zone, 2, 24))
                .put(POST_MORTEM)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("zone"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dueWithinDays\":{\"SEV1\":1,\"SEV2\":2,\"SEV3\":3,\"SEV4\":4}}",
                "{\"dueWithinDays\":{\"SEV1\":1,\"SEV2\":2,\"SEV3\":3,\"SEV4\":4,\"SEV5\":0}}",
                "{\"dueWithinDays\":{\"SEV1\":1,\"SEV2\":2,\"SEV3\":3,\"SEV4\":4,\"SEV5\":null}}",
                "{\"dueWithinDays\":{\"SEV1\":1,\"SEV2\":2,\"SEV3\":3,\"SEV4\":4,\"SEV6\":5}}",
                "{\"dueWithinDays\":{\"SEV1\":1,\"SEV2\":2,\"SEV3\":3,\"SEV4\":4,\"SEV5\":5},\"zone\":\"UTC\"}",
                "{}"
            })
    void badInputIsAProblemThatNamesTheField(String body) {
        as("admin")
                .body(body)
                .put(ACTION_ITEMS)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors[0].field", notNullValue());
    }

    private static String postMortem(String zone, int days, int hours) {
        var rule = """
                {"planned":true,"meetingWithinDays":%d,"days":"WORKING","reviewHoursBefore":%d,"approvals":2}""".formatted(days, hours);
        return """
                {"zone":"%1$s","severities":{"SEV1":%2$s,"SEV2":%2$s,"SEV3":%2$s,"SEV4":%2$s,"SEV5":%2$s},
                 "reason":"As agreed"}""".formatted(zone, rule);
    }

    @Test
    void eachTeamHasAPolicyOfItsOwn() {
        var team = "/api/policies/teams/bridge-" + UUID.randomUUID();
        as("responder")
                .get(team)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("zone", equalTo("UTC"))
                .body("remindAt", equalTo("09:00:00"))
                .body("workingDays.size()", equalTo(5))
                .body("leads.size()", equalTo(0));

        as("admin")
                .body(team("Asia/Seoul", "09:30"))
                .put(team)
                .then()
                .statusCode(200)
                .body("zone", equalTo("Asia/Seoul"))
                .body("workingDays", equalTo(List.of("MONDAY", "SUNDAY")))
                .body("leads", equalTo(List.of("lea")))
                .body("executive", equalTo("max"))
                .body("version", equalTo(1));
        as("auditor").get(team + "/events").then().body("items.type", hasItem("team-policy-set"));
        as("responder").get(team + "?atPosition=0").then().body("version", equalTo(0));
    }

    @Test
    void remindersDoNotComeInTheQuietHours() {
        as("admin")
                .body(team("UTC", "19:00"))
                .put("/api/policies/teams/bridge")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/reminders-in-quiet-hours"));
    }

    @ParameterizedTest
    @CsvSource({"responder", "facilitator", "executive", "auditor", "outsider"})
    void nobodyElseSetsThePolicyOfATeam(String user) {
        as(user).body(team("UTC", "09:00"))
                .put("/api/policies/teams/bridge")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"cet,09:00", "UTC,late", "UTC,25:00"})
    void aTeamHasAZoneThatIsKnownAndTimesOfDay(String zone, String remindAt) {
        as("admin")
                .body(team(zone, remindAt))
                .put("/api/policies/teams/bridge")
                .then()
                .statusCode(400);
    }

    @Test
    void howItemsAreChasedIsPartOfTheirPolicy() {
        var chase = """
                {"dueWithinDays":{"SEV1":1,"SEV2":2,"SEV3":3,"SEV4":4,"SEV5":5},"chase":{"remindDaysBefore":[%s],
                "overdueEveryDays":5,"teamLeadAfterDays":2,"executiveAfterDays":4,"roadblockExecutiveAfterDays":3,
                "acceptWithinDays":6,"verifyWithinDays":8}}""";
        as("admin")
                .body(chase.formatted("2,14"))
                .put(ACTION_ITEMS)
                .then()
                .statusCode(200)
                .body("chase.remindDaysBefore", equalTo(List.of(14, 2)))
                .body("chase.verifyWithinDays", equalTo(8));
        as("admin").body(chase.formatted("0")).put(ACTION_ITEMS).then().statusCode(400);
        as("admin")
                .body(ITEMS.formatted(10))
                .put(ACTION_ITEMS)
                .then()
                .body("chase.remindDaysBefore", equalTo(List.of(7, 1)));
    }

    private static String team(String zone, String remindAt) {
        return """
                {"zone":"%s","workingDays":["SUNDAY","MONDAY"],"remindAt":"%s","quietFrom":"18:00","quietTo":"08:00",
                "leads":["lea"],"executive":"max"}""".formatted(zone, remindAt);
    }
}
