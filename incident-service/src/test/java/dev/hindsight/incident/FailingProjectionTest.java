package dev.hindsight.incident;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What an operator sees when a newer build has recorded something that this one does not know. */
@QuarkusTest
@TestProfile(DatabaseAlone.class)
class FailingProjectionTest {

    private static final String OF_A_NEWER_BUILD = """
            INSERT INTO log.event_entry (event_id, aggregate_type, aggregate_id, sequence, event_type, payload, metadata)
            VALUES (gen_random_uuid(), 'incident', gen_random_uuid(), 0, 'incident-foreseen', '{}', '{}')
            """;
    private static final String FAILING = "hindsight_processor_failing{processor=\"incident-overview\"} ";

    @Inject
    Jdbi database;

    @Test
    void anUnknownEntryStopsItVisiblyWhileTheServiceStaysReady() {
        given().get("/q/health/well").then().statusCode(200);
        await().atMost(30, SECONDS)
                .untilAsserted(() -> given().get("/q/metrics").then().body(containsString(FAILING + "0.0")));

        database.useHandle(db -> db.execute(OF_A_NEWER_BUILD));

        await().atMost(30, SECONDS)
                .untilAsserted(() -> given().get("/q/health/well")
                        .then()
                        .statusCode(503)
                        .body("checks.find { it.name == 'projections' }.status", equalTo("DOWN"))
                        .body(
                                "checks.find { it.name == 'projections' }.data['incident-overview fails']",
                                containsString("incident-foreseen")));
        await().atMost(30, SECONDS)
                .untilAsserted(() -> given().get("/q/metrics").then().body(containsString(FAILING + "1.0")));
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }
}
