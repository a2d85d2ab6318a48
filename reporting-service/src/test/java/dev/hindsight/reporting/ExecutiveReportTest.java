package dev.hindsight.reporting;

import static dev.hindsight.logkit.Callers.as;
import static dev.hindsight.reporting.ExecutiveReports.DETECT;
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

import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Figures over many incidents, asked for with real tokens; the events are those that other services record. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ExecutiveReportTest {

    private final Recordings recorded = new Recordings();
    private final ExecutiveReports reports = new ExecutiveReports(recorded);

    @Test
    void whatNoFigureIsAboutIsPassedOver() {
        recorded.wordsAndPolicies();
        recorded.open(started());

        reports.read().body("incidents.total.count", equalTo(1));
    }

    @Test
    void everyIncidentHasAValueOrTheReasonWhyNot() {
        var exact = recorded.open(started(), at(Mark.DETECTED, START.plusSeconds(90)));
        var interval = recorded.open(started(), between(Mark.DETECTED, START.plusSeconds(60), START.plusSeconds(120)));
        var pending = recorded.open(started());
        var invalid = recorded.open(started(), at(Mark.DETECTED, START.minusSeconds(1)));
        var startless = recorded.open(at(Mark.DETECTED, START));

        var report = reports.read();

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

        reports.read()
                .body("durations.collect { it.values[0].seconds }", equalTo(Arrays.asList(60, null, 300, 400)))
                .body("incidents.open", hasSize(0))
                .body("incidents.byStatus.find { it.status == 'RESOLVED' }.count", equalTo(1));
    }

    @Test
    void aFewValuesMakeNoQuantile() {
        for (int i = 1; i <= 5; i++) {
            recorded.detectedAfter(Duration.ofMinutes(i));
        }

        reports.read()
                .body(DETECT + "quantiles[0].seconds", nullValue())
                .body(
                        DETECT + "quantiles[0].words",
                        equalTo("Not enough data to tell: it takes 6 values, and there are 5."));
    }

    @Test
    void enoughValuesMakeOneWithItsInterval() {
        for (int i = 1; i <= 11; i++) {
            recorded.detectedAfter(Duration.ofMinutes(i));
        }

        reports.read()
                .body(DETECT + "quantiles[0].seconds.least", equalTo(360))
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

        reports.read()
                .body("incidents.total.low", equalTo(0.24f))
                .body("incidents.total.high", equalTo(7.22f))
                .body("incidents.bySeverity.find { it.severity == 'SEV2' }.count.count", equalTo(2))
                .body("incidents.bySeverity.find { it.severity == 'SEV1' }.count.high", equalTo(3.69f));
    }

    @Test
    void aDrillIsLeftOutOfEveryFigure() {
        recorded.incident(Visibility.OPEN, IncidentMode.DRILL, List.of(), started());

        reports.read()
                .body("incidents.total.count", equalTo(0))
                .body("incidents.drillsLeftOut", equalTo(1))
                .body(DETECT + "values", hasSize(0));
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
        reports.read();
        var path = "/api/reports/executive?to=2026-04-01T00:00:00Z&team=" + recorded.team();

        var first = as("executive").get(path).asByteArray();

        assertThat(as("executive").get(path).asByteArray()).isEqualTo(first);
        assertThat(as("executive")
                        .get(path.replace("executive?", "executive.json?"))
                        .asByteArray())
                .isEqualTo(first);
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

        reports.read()
                .body("scope.teams", equalTo(List.of(recorded.team())))
                .body("definitions.id", hasItem("time-to-resolve"))
                .body("definitions.version", hasItem(1))
                .body("position", greaterThan(0));
    }

    private int countIn(String period) {
        return reports.read("executive", "&" + period).extract().path("incidents.total.count");
    }

    private static String value(UUID incident) {
        return DETECT + "values.find { it.incidentId == '" + incident + "' }.";
    }
}
