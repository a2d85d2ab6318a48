package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contributing factors that are earlier ones once more, over HTTP. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class EarlierFactorTest {

    private String earlierIncident = "";
    private String earlier = "";
    private String later = "";

    @BeforeEach
    void begin() {
        Policies.standard();
        earlierIncident = declare();
        earlier = begun(earlierIncident);
        later = begun(declare());
    }

    @Test
    void aFactorIsSaidToBeOneThatWasIdentifiedOnlyJustNow() {
        for (int time = 0; time < 10; time++) {
            String factor = identified(earlier, "").path("factors.last().factorId");

            identified(later, sameAs(factor)).then().body("factors.last().sameAs", equalTo(factor));
        }
    }

    @Test
    void itNeedNotBeAnother() {
        identified(later, "").then().body("factors.last().sameAs", equalTo(null));
    }

    @Test
    void oneThatMayNotBeSeenIsAsOneThatIsNotThere() {
        String factor = identified(earlier, "").path("factors.last().factorId");
        as("facilitator")
                .body("{\"visibility\": \"RESTRICTED\", \"people\": [\"eve\"], \"reason\": \"an exploit\"}")
                .post("/api/incidents/" + earlierIncident + "/visibility")
                .then()
                .statusCode(200);

        for (var named : new String[] {factor, UUID.randomUUID().toString()}) {
            identify(later, sameAs(named))
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/earlier-factor-unknown"));
        }
        as("facilitator").get(later).then().body("factors.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "17"})
    void whatIsNoIdIsRefused(String named) {
        identify(later, sameAs(named)).then().statusCode(400);
    }

    private static Response identified(String postMortem, String more) {
        var answer = identify(postMortem, more);
        answer.then().statusCode(200);
        return answer;
    }

    private static Response identify(String postMortem, String more) {
        return as("facilitator")
                .body("{\"statement\": \"Messages were not checked\"%s}".formatted(more))
                .post(postMortem + "/factors");
    }

    private static String sameAs(String factor) {
        return ", \"sameAs\": \"%s\"".formatted(factor);
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
}
