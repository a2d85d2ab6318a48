package dev.hindsight.reporting;

import static dev.hindsight.logkit.Callers.as;
import static dev.hindsight.reporting.ExecutiveReports.DETECT;
import static dev.hindsight.reporting.Recordings.started;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets which figures: what a reader may not see is in no count of theirs. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ExecutiveReportRightsTest {

    private final Recordings recorded = new Recordings();
    private final ExecutiveReports reports = new ExecutiveReports(recorded);

    @Test
    void whatOneMayNotSeeIsNotCounted() {
        var secret = recorded.incident(Visibility.RESTRICTED, IncidentMode.LIVE, List.of("someone"), started());
        recorded.agreed(List.of(secret), null, null);
        var hidden = recorded.open(started());
        recorded.agreed(List.of(hidden, secret), null, null);
        recorded.change(
                hidden, new VisibilityChanged(hidden, Visibility.RESTRICTED, List.of("someone"), List.of(), "a test"));

        for (var reader : List.of("executive", "auditor")) {
            reports.readBy(reader)
                    .body("incidents.total.count", equalTo(0))
                    .body("actionItems.open", equalTo(0))
                    .body(DETECT + "values", hasSize(0));
        }
    }

    @Test
    void whoIsNamedSeesARestrictedIncident() {
        recorded.incident(Visibility.RESTRICTED, IncidentMode.LIVE, List.of(subjectOf("executive")), started());

        reports.readBy("executive").body("incidents.total.count", equalTo(1));
        reports.readBy("auditor").body("incidents.total.count", equalTo(0));
    }

    @Test
    void whatIsForATeamIsCountedForThoseWhoOversee() {
        recorded.incident(Visibility.TEAM, IncidentMode.LIVE, List.of(), started());

        reports.readBy("executive").body("incidents.total.count", equalTo(1));
        reports.readBy("auditor").body("incidents.total.count", equalTo(1));
    }

    @Test
    void whoRecordsGetsReportsOfTheirOwnTeamsOnly() {
        for (var reader : List.of("responder", "facilitator")) {
            as(reader)
                    .get("/api/reports/executive")
                    .then()
                    .statusCode(200)
                    .body("scope.teams", equalTo(List.of("chain-core")));
            as(reader).get("/api/reports/executive?team=chain-core").then().statusCode(200);
            as(reader)
                    .get("/api/reports/executive?team=payments-core")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/forbidden"));
        }
        as("outsider")
                .get("/api/reports/executive")
                .then()
                .statusCode(200)
                .body("scope.teams", equalTo(List.of("payments-core")));
    }

    @Test
    void anAdministratorGetsNoReports() {
        as("admin").get("/api/reports/executive").then().statusCode(403).body("type", equalTo("/problems/forbidden"));
    }

    private static String subjectOf(String user) {
        var claims = Base64.getUrlDecoder().decode(ServiceStack.tokenOf(user).split("\\.")[1]);
        return JsonPath.from(new String(claims, StandardCharsets.UTF_8)).getString("sub");
    }
}
