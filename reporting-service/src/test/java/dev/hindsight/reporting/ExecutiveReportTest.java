package dev.hindsight.reporting;

import static dev.hindsight.logkit.Callers.as;
import static dev.hindsight.reporting.Recordings.START;
import static dev.hindsight.reporting.Recordings.at;
import static dev.hindsight.reporting.Recordings.between;
import static dev.hindsight.reporting.Recordings.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemAccepted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCompleted;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Figures over many incidents, asked for with real tokens; the events are those that other services record. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ExecutiveReportTest {

    private static final String DETECT = "durations.find { it.name == 'TIME_TO_DETECT' }.";

    private final String team = "team-" + UUID.randomUUID();
    private final Recordings recorded = new Recordings(team);

    @Test
    void whatNoFigureIsAboutIsPassedOver() {
        recorded.wordsAndPolicies();
        recorded.open(started());

        report().body("incidents.total.count", equalTo(1));
    }

    @Test
    void everyIncidentHasAValueOrTheReasonWhyNot() {
        var exact = recorded.open(started(), at(Mark.DETECTED, START.plusSeconds(90)));
        var interval = recorded.open(started(), between(Mark.DETECTED, START.plusSeconds(60), START.plusSeconds(120)));
        var pending = recorded.open(started());
        var invalid = recorded.open(started(), at(Mark.DETECTED, START.minusSeconds(1)));
        var startless = recorded.open(at(Mark.DETECTED, START));

        var report = report();

        report.body("incidents.total.count", equalTo(5))
                .body(DETECT + "coverage.withValue", equalTo(2))
                .body(DETECT + "coverage.applicable", equalTo(5))
                .body(
                        DETECT + "coverage.words",
                        equalTo(
                                "2 of 5 incidents have a measured detection time, 1 of them known only as an interval."))
                .body(
                        DETECT + "statuses.collect { it.status + ' ' + it.count }",
                        equalTo(List.of("RECORDED 1", "PENDING 2", "NOT_APPLICABLE 0", "INVALID 1", "INTERVAL 1")))
                .body(value(exact) + "seconds", equalTo(90))
                .body(value(interval) + "seconds", nullValue())
                .body(value(interval) + "leastSeconds", equalTo(60))
                .body(value(interval) + "mostSeconds", equalTo(120))
                .body(value(pending) + "status", equalTo("PENDING"))
                .body(value(pending) + "mostSeconds", nullValue())
                .body(value(pending) + "reason", equalTo("No time of detection is recorded."))
                .body(value(invalid) + "status", equalTo("INVALID"))
                .body(value(invalid) + "mostSeconds", nullValue())
                .body(value(invalid) + "reason", containsString("lies before the start of the impact"))
                .body(value(startless) + "reason", equalTo("No start of the impact is recorded."));
    }

    @Test
    void durationsCountFromTheFirstStartToTheFirstDetectionAndTheLastEnd() {
        var id = recorded.open(
                at(Mark.IMPACT_STARTED, START.plusSeconds(50)),
                started(),
                at(Mark.DETECTED, START.plusSeconds(70)),
                at(Mark.DETECTED, START.plusSeconds(60)));
        recorded.change(id, new IncidentMitigated(id, OccurredAt.at(START.plusSeconds(300)), null));
        recorded.change(id, new IncidentMitigated(id, OccurredAt.at(START.plusSeconds(200)), null));
        recorded.change(id, new IncidentResolved(id, OccurredAt.at(START.plusSeconds(400)), null));

        report().body("durations.collect { it.values[0].seconds }", equalTo(Arrays.asList(60, null, 300, 400)))
                .body("incidents.open", hasSize(0))
                .body("incidents.byStatus.find { it.status == 'RESOLVED' }.count", equalTo(1));
    }

    @Test
    void aFewValuesMakeNoQuantile() {
        for (int i = 1; i <= 5; i++) {
            recorded.detectedAfter(Duration.ofMinutes(i));
        }

        report().body(DETECT + "quantiles[0].seconds", nullValue())
                .body(
                        DETECT + "quantiles[0].words",
                        equalTo("Not enough data to tell: it takes 6 values, and there are 5."));
    }

    @Test
    void enoughValuesMakeOneWithItsInterval() {
        for (int i = 1; i <= 11; i++) {
            recorded.detectedAfter(Duration.ofMinutes(i));
        }

        report().body(DETECT + "quantiles[0].seconds.least", equalTo(360))
                .body(DETECT + "quantiles[0].seconds.most", equalTo(360))
                .body(DETECT + "quantiles[0].interval.least", equalTo(180))
                .body(DETECT + "quantiles[0].interval.most", equalTo(540))
                .body(DETECT + "quantiles[1].seconds.least", equalTo(540))
                .body(DETECT + "quantiles[2].seconds", nullValue());
    }

    @Test
    void aCountSaysHowMuchOfItMayBeChance() {
        recorded.open();
        recorded.open();

        report().body("incidents.total.low", equalTo(0.24f))
                .body("incidents.total.high", equalTo(7.22f))
                .body("incidents.bySeverity.find { it.severity == 'SEV2' }.count.count", equalTo(2))
                .body("incidents.bySeverity.find { it.severity == 'SEV1' }.count.high", equalTo(3.69f));
    }

    @Test
    void aDrillIsLeftOutOfEveryFigure() {
        recorded.incident(Visibility.OPEN, IncidentMode.DRILL, List.of(), started());

        report().body("incidents.total.count", equalTo(0))
                .body("incidents.drillsLeftOut", equalTo(1))
                .body(DETECT + "values", hasSize(0));
    }

    @Test
    void actionItemsAreCountedWithWhatTheyLack() {
        var incident = recorded.open();
        recorded.agreed(List.of(incident), null, null);
        recorded.agreed(List.of(incident), "someone", LocalDate.parse("2020-01-01"));
        recorded.agreed(List.of(incident), "someone", LocalDate.parse("2999-01-01"));

        report().body("actionItems.opened", equalTo(3))
                .body("actionItems.open", equalTo(3))
                .body("actionItems.overdue", equalTo(1))
                .body("actionItems.unowned", equalTo(1))
                .body("actionItems.undated", equalTo(1))
                .body("actionItems.completed", equalTo(0));
    }

    @Test
    void anActionItemIsCountedAsItsFollowUpGoesOn() {
        var incident = recorded.open();
        var agreed = recorded.agreed(List.of(incident), null, null);
        recorded.followUp(agreed, new ActionItemAccepted(agreed, "someone", LocalDate.parse("2020-01-01"), null));
        var outside = recorded.opened(List.of(incident));
        recorded.opened(List.of(incident));

        report().body("actionItems.open", equalTo(3))
                .body("actionItems.overdue", equalTo(1))
                .body("actionItems.unowned", equalTo(2));

        recorded.followUp(agreed, new ActionItemCompleted(agreed, List.of("the new alert"), null, null));
        recorded.followUp(outside, new ActionItemCompleted(outside, List.of("the new alert"), null, null));

        report().body("actionItems.opened", equalTo(3))
                .body("actionItems.open", equalTo(1))
                .body("actionItems.overdue", equalTo(0))
                .body("actionItems.completed", equalTo(2));
    }

    @Test
    void aPeriodTakesTheIncidentsThatStartedInIt() {
        recorded.open(started());

        assertThat(countIn("from=2026-03-01T12:00:00Z")).isEqualTo(1);
        assertThat(countIn("from=2026-03-01T12:00:01Z")).isZero();
        assertThat(countIn("to=2026-03-01T12:00:00Z")).isZero();
        assertThat(countIn("to=2026-03-01T12:00:01Z")).isEqualTo(1);
    }

    @Test
    void theSamePositionAndScopeGiveTheSameBytes() {
        recorded.detectedAfter(Duration.ofMinutes(3));
        recorded.detectedAfter(Duration.ofMinutes(1));
        report();
        var path = "/api/reports/executive?to=2026-04-01T00:00:00Z&team=" + team;

        var first = as("executive").get(path).asByteArray();

        assertThat(as("executive").get(path).asByteArray()).isEqualTo(first);
        assertThat(as("executive")
                        .get(path.replace("executive?", "executive.json?"))
                        .asByteArray())
                .isEqualTo(first);
    }

    @Test
    void whatOneMayNotSeeIsNotCounted() {
        var secret = recorded.incident(Visibility.RESTRICTED, IncidentMode.LIVE, List.of("someone"), started());
        recorded.agreed(List.of(secret), null, null);
        var hidden = recorded.open(started());
        recorded.agreed(List.of(hidden, secret), null, null);
        recorded.change(
                hidden, new VisibilityChanged(hidden, Visibility.RESTRICTED, List.of("someone"), List.of(), "a test"));

        for (var reader : List.of("executive", "auditor")) {
            report(reader)
                    .body("incidents.total.count", equalTo(0))
                    .body("actionItems.open", equalTo(0))
                    .body(DETECT + "values", hasSize(0));
        }
    }

    @Test
    void whoIsNamedSeesARestrictedIncident() {
        recorded.incident(Visibility.RESTRICTED, IncidentMode.LIVE, List.of(subjectOf("executive")), started());

        report("executive").body("incidents.total.count", equalTo(1));
        report("auditor").body("incidents.total.count", equalTo(0));
    }

    @Test
    void whatIsForATeamIsCountedForThoseWhoOversee() {
        recorded.incident(Visibility.TEAM, IncidentMode.LIVE, List.of(), started());

        report("executive").body("incidents.total.count", equalTo(1));
        report("auditor").body("incidents.total.count", equalTo(1));
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

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        as("executive")
                .get("/api/reports/executive?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("to"));
    }

    @Test
    void statesWhatItRestsOn() {
        recorded.open();

        report().body("scope.teams", equalTo(List.of(team)))
                .body("definitions.id", hasItem("time-to-resolve"))
                .body("definitions.version", hasItem(1))
                .body("position", greaterThan(0));
    }

    private ValidatableResponse report() {
        return report("executive");
    }

    /** Once all that the test has recorded is in it. */
    private ValidatableResponse report(String reader) {
        return as(reader)
                .header("Log-Entry", recorded.lastEntry())
                .get("/api/reports/executive?team=" + team)
                .then()
                .statusCode(200)
                .header("Hindsight-Stale", nullValue());
    }

    private int countIn(String period) {
        return as("executive")
                .header("Log-Entry", recorded.lastEntry())
                .get("/api/reports/executive?team=" + team + "&" + period)
                .then()
                .statusCode(200)
                .extract()
                .path("incidents.total.count");
    }

    private static String subjectOf(String user) {
        var claims = Base64.getUrlDecoder().decode(ServiceStack.tokenOf(user).split("\\.")[1]);
        return JsonPath.from(new String(claims, StandardCharsets.UTF_8)).getString("sub");
    }

    private static String value(UUID incident) {
        return DETECT + "values.find { it.incidentId == '" + incident + "' }.";
    }
}
