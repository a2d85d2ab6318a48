package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator sees of the projections, and how they are built anew. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ProjectionsTest {

    private static final String ALL = "/api/operations/incident-service/projections";
    private static final String LIST = ALL + "/incident-overview";

    @Inject
    Jdbi database;

    private final String title = UUID.randomUUID().toString();

    @Test
    void aListDamagedInTheDatabaseIsRightAgainAfterARebuild() {
        awaitEnd();
        declare();
        await().atMost(10, SECONDS).until(this::isListed);
        database.useHandle(db -> db.execute("DELETE FROM incident.incident_overview WHERE title = ?", title));
        assertThat(isListed()).isFalse();

        as("admin").body("{}").post(LIST + "/rebuild").then().statusCode(202).body("rebuild.state", equalTo("RUNNING"));

        awaitEnd();
        as("auditor")
                .get(LIST)
                .then()
                .statusCode(200)
                .body("name", equalTo("incident-overview"))
                .body("failing", equalTo(false))
                .body("rebuild.state", equalTo("COMPLETED"))
                .body("rebuild.percent", equalTo(100));
        assertThat(isListed()).isTrue();
        as("auditor").get(ALL).then().statusCode(200).body("items.name", hasItem("incident-overview"));
    }

    @Test
    void aRebuildIsStartedOnceAndCancelledOnce() {
        awaitEnd();
        try (var holder = database.open()) {
            holdUp(holder);
            as("admin").post(LIST + "/rebuild").then().statusCode(202);
            as("admin")
                    .post(LIST + "/rebuild")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/rebuild-running"));
            as("admin").post(LIST + "/cancel").then().statusCode(202).body("rebuild.state", equalTo("CANCELLED"));
            as("admin")
                    .post(LIST + "/cancel")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/no-rebuild-running"));
            holder.rollback();
        }
    }

    /** Who still reads the list keeps the two tables from being swapped. */
    private static void holdUp(Handle holder) {
        holder.begin();
        holder.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
        holder.execute("SELECT FROM incident.incident_overview LIMIT 1");
    }

    @Test
    void theSameRequestGetsTheSameAnswerAgain() {
        awaitEnd();
        var key = UUID.randomUUID().toString();
        var first = as("admin")
                .header("Idempotency-Key", key)
                .post(LIST + "/rebuild")
                .asString();
        awaitEnd();

        as("admin")
                .header("Idempotency-Key", key)
                .post(LIST + "/rebuild")
                .then()
                .statusCode(202)
                .header("Idempotent-Replay", "true")
                .body(equalTo(first));
    }

    @Test
    void nothingIsToBeSaidBesideThePath() {
        as("admin")
                .body("""
                        {"from":7}""")
                .post(LIST + "/rebuild")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }

    @ParameterizedTest
    @CsvSource({
        "admin, GET, incident-service/projections/unknown, 404",
        "admin, GET, another-service/projections, 404",
        "admin, POST, incident-service/projections/unknown/rebuild, 404",
        "admin, POST, another-service/projections/incident-overview/rebuild, 404",
        "auditor, POST, incident-service/projections/incident-overview/rebuild, 403",
        "auditor, POST, incident-service/projections/incident-overview/cancel, 403",
        "executive, GET, incident-service/projections, 403",
        "responder, GET, incident-service/projections/incident-overview, 403"
    })
    void isRefused(String who, String method, String path, int status) {
        as(who).request(method, "/api/operations/" + path).then().statusCode(status);
    }

    private void declare() {
        as("responder").body("""
                        {"title":"%s","severity":"SEV3","team":"chain-core"}""".formatted(title)).post("/api/incidents").then().statusCode(201);
    }

    private boolean isListed() {
        return as("responder").get("/api/incidents?limit=200").asString().contains(title);
    }

    private static void awaitEnd() {
        await().atMost(30, SECONDS)
                .until(() -> !"RUNNING".equals(as("auditor").get(LIST).path("rebuild.state")));
    }
}
