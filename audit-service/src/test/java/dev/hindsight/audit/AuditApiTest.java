package dev.hindsight.audit;

import static dev.hindsight.audit.SealedLog.append;
import static dev.hindsight.audit.SealedLog.declared;
import static dev.hindsight.audit.SealedLog.head;
import static dev.hindsight.audit.SealedLog.numbered;
import static dev.hindsight.audit.SealedLog.pinned;
import static dev.hindsight.audit.SealedLog.sealedTo;
import static dev.hindsight.logkit.Callers.as;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.logkit.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far the seal is, and who and what is refused, over HTTP with real tokens. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class AuditApiTest {

    @Test
    void theStatusTellsHowFarTheSealIs() {
        var incident = UUID.randomUUID();
        append(incident, declared(incident, Visibility.OPEN));
        numbered();
        var head = sealedTo(head());

        as("executive")
                .get("/api/audit/status")
                .then()
                .statusCode(200)
                .body("origin", equalTo("hindsight.local/log"))
                .body("keyId", equalTo(pinned().split("\\+")[1]))
                .body("sealed", equalTo((int) head.size()))
                .body("head", equalTo((int) head.size()))
                .body("behind", equalTo(0))
                .body("checkpointAgeSeconds", notNullValue())
                .body("refusal", nullValue());
        await().atMost(20, SECONDS)
                .untilAsserted(() ->
                        as("auditor").get("/api/audit/status").then().body("lastVerification.findings", hasSize(0)));
        given().get("/q/health/well").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .body(containsString("hindsight_seal_position "))
                .body(containsString("hindsight_seal_checkpoint_age "))
                .body(containsString("hindsight_seal_refused 0.0"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/audit/events, responder", "/api/audit/events, facilitator", "/api/audit/events, executive",
        "/api/audit/events, admin", "/api/audit/tile/entries/000, responder", "/api/audit/tile/entries/000, admin",
        "/api/audit/tile/entries/000, executive", "/api/audit/tile/entries/000, facilitator"
    })
    void onlyAuditorsReadTheLog(String path, String user) {
        as(user).get(path).then().statusCode(403).body("type", equalTo("/problems/forbidden"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events",
                "checkpoint",
                "key",
                "status",
                "tile/0/000.p/1",
                "tile/entries/000.p/1",
                "proofs/inclusion?event=019a0000-0000-7000-8000-000000000000",
                "proofs/consistency?from=0"
            })
    void nothingIsToldToStrangers(String path) {
        given().get("/api/audit/" + path).then().statusCode(401).body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void nothingIsToldToSomeoneWithoutARole() {
        ServiceEnvironment.realm().addPersonWithoutRole("roleless");

        for (var path :
                List.of("events", "checkpoint", "key", "status", "tile/0/000.p/1", "proofs/consistency?from=0")) {
            as("roleless").get("/api/audit/" + path).then().statusCode(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "proofs/inclusion, 400",
        "proofs/inclusion?event=x, 400",
        "proofs/inclusion?event=019a0000-0000-7000-8000-000000000000, 404",
        "proofs/consistency, 400",
        "proofs/consistency?from=2&to=1, 400",
        "proofs/consistency?from=-1, 400",
        "proofs/consistency?from=01, 400",
        "proofs/consistency?from=1&to=999999999, 409",
        "events?after=x, 400",
        "events?aggregate=x, 400",
        "events?from=yesterday, 400",
        "events?limit=0, 400",
        "events?cursor=x, 400"
    })
    void whatCannotBeAnsweredIsAProblem(String path, int status) {
        as("auditor").get("/api/audit/" + path).then().statusCode(status).contentType("application/problem+json");
    }
}
