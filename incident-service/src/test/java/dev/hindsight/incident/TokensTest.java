package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.anonymous;
import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Tokens that the service must not take, each a real one of the real identity provider. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class TokensTest {

    private static final String OUTAGE = """
            {"title": "Tokens", "severity": "SEV4", "team": "chain-core"}""";

    @Test
    void anExpiredTokenIsRefused() {
        var realm = ServiceStack.realm();
        realm.addClient("patient", 300);
        realm.addClient("hasty", 1);

        assertThat(list(realm.token("patient", "responder")).statusCode()).isEqualTo(200);
        var token = realm.token("hasty", "responder");

        await().atMost(20, SECONDS).untilAsserted(() -> refused(list(token)));
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        var realm = ServiceStack.realm();
        realm.addClientOfSomethingElse("something-else");

        refused(list(realm.token("something-else", "responder")));
    }

    @Test
    void aTokenOfAnotherRealmIsRefused() {
        refused(list(ServiceStack.realm().tokenOfAnotherRealm()));
    }

    @Test
    void aTokenThatWasTamperedWithIsRefused() {
        var parts = ServiceStack.tokenOf("outsider").split("\\.");

        refused(list(parts[0] + "." + parts[1] + "." + withOneOther(parts[2])));
        refused(list(parts[0] + "." + withOneOther(parts[1]) + "." + parts[2]));
    }

    @Test
    void someoneWithoutAnyRoleSeesAndDoesNothing() {
        var realm = ServiceStack.realm();
        realm.addPersonWithoutRole("newcomer");
        var token = realm.token("hindsight-cli", "newcomer");
        var declared = as("responder").body(OUTAGE).post("/api/incidents");

        anonymous()
                .auth()
                .oauth2(token)
                .header("Log-Entry", declared.header("Log-Entry"))
                .get("/api/incidents")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        anonymous()
                .auth()
                .oauth2(token)
                .get("/api/incidents/" + declared.path("incidentId"))
                .then()
                .statusCode(404);
        anonymous()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(OUTAGE)
                .post("/api/incidents")
                .then()
                .statusCode(403);
    }

    private static Response list(String token) {
        return anonymous().auth().oauth2(token).get("/api/incidents");
    }

    private static void refused(Response answer) {
        answer.then().statusCode(401).body("type", equalTo("/problems/unauthenticated"));
    }

    /** Another letter in the middle: the last one may have bits that nobody reads. */
    private static String withOneOther(String text) {
        var middle = text.length() / 2;
        return text.substring(0, middle) + (text.charAt(middle) == 'A' ? 'B' : 'A') + text.substring(middle + 1);
    }
}
