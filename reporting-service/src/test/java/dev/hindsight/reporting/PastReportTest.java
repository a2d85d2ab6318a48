package dev.hindsight.reporting;

import static dev.hindsight.logkit.Callers.as;
import static dev.hindsight.reporting.Recordings.START;
import static dev.hindsight.reporting.Recordings.at;
import static dev.hindsight.reporting.Recordings.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemAccepted;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDetailsChanged;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.log.LogReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A report of the past: with only what was recorded up to a position, for the rights that the reader has now. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class PastReportTest {

    private static final int STEPS = 24;

    private final Recordings recorded = new Recordings();
    private final String team = recorded.team();

    @Inject
    LogReader log;

    /** After each step the report is kept with the address that it names for itself; at the end all of them are read again. */
    @Test
    void whateverIsRecordedLaterTheReportOfAPositionStaysTheSameBytes() {
        var life = new RandomLife(recorded, new Random(4));
        Map<String, byte[]> reports = new LinkedHashMap<>();
        for (int step = 0; step < STEPS; step++) {
            life.goOn();
            for (var query :
                    List.of("team=" + team, "from=2026-03-01T12:00:00Z&to=2026-03-02T00:00:00Z&team=" + team)) {
                var report = current(query);
                reports.put(report.header("Content-Location"), report.asByteArray());
            }
        }

        assertThat(reports).hasSize(2 * STEPS);
        reports.forEach((address, bytes) -> assertThat(
                        as("executive").urlEncodingEnabled(false).get(address).asByteArray())
                .as(address)
                .isEqualTo(bytes));
    }

    @Test
    void whatBelongedToATeamThenIsInItsReportOfThenWhereverItIsNow() {
        var other = "team-" + UUID.randomUUID();
        var id = recorded.open(started());
        var before = current("team=" + team);
        recorded.change(id, new IncidentDetailsChanged(id, null, null, other, null, null, null));
        current("team=" + team).then().body("incidents.total.count", equalTo(0));

        past(position(before), team)
                .body("incidents.total.count", equalTo(1))
                .body("incidents.open[0].team", equalTo(team));
        past(position(before), other).body("incidents.total.count", equalTo(0));
    }

    @Test
    void anActionItemIsWhatItsMeetingAgreedUntilItsFollowUpBegins() {
        var incident = recorded.open();
        var item = recorded.agreed(List.of(incident), null, null);
        var agreed = current("team=" + team);
        recorded.followUp(item, new ActionItemAccepted(item, "someone", LocalDate.parse("2020-01-01"), null));
        current("team=" + team).then().body("actionItems.unowned", equalTo(0)).body("actionItems.overdue", equalTo(1));

        past(position(agreed), team)
                .body("actionItems.open", equalTo(1))
                .body("actionItems.unowned", equalTo(1))
                .body("actionItems.overdue", equalTo(0));
    }

    @Test
    void whatTheReaderMayNotSeeNowIsNotInAReportOfWhenTheyMight() {
        var hidden = recorded.open(started());
        var shown = recorded.incident(Visibility.RESTRICTED, IncidentMode.LIVE, List.of("someone"), started());
        recorded.agreed(List.of(hidden), null, null);
        var before = current("team=" + team);
        assertThat(before.<Integer>path("incidents.total.count")).isEqualTo(1);
        recorded.change(
                hidden, new VisibilityChanged(hidden, Visibility.RESTRICTED, List.of("someone"), List.of(), "a test"));
        recorded.change(shown, new VisibilityChanged(shown, Visibility.OPEN, List.of(), List.of(), "a test"));
        current("team=" + team);

        past(position(before), team)
                .body("incidents.open", hasSize(1))
                .body("incidents.open[0].incidentId", equalTo(shown.toString()))
                .body("actionItems.open", equalTo(0));
    }

    @Test
    void aTimeStandsForTheLastPositionThatWasGivenByThen() {
        recorded.open(started());
        var before = current("team=" + team);
        String recordedAt = before.path("recordedAt");
        recorded.open(started());
        current("team=" + team).then().body("incidents.total.count", equalTo(2));

        as("executive")
                .get("/api/reports/executive?team=%s&knownAt=%s".formatted(team, recordedAt))
                .then()
                .statusCode(200)
                .body("position", greaterThanOrEqualTo(position(before)))
                .body("recordedAt", equalTo(recordedAt))
                .body("incidents.total.count", equalTo(1));
    }

    @Test
    void aReportOfThePastLooksAtDueDatesFromItsOwnDay() {
        recorded.open(started());
        var before = current("team=" + team);
        var recordedOn = Instant.parse(before.path("recordedAt"))
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();

        past(position(before), team).body("scope.asOf", equalTo(recordedOn));
        as("executive")
                .get("/api/reports/executive?to=2026-04-01T00:00:00Z&atPosition=" + position(before))
                .then()
                .body("scope.asOf", equalTo("2026-04-01"));
    }

    @Test
    void overdueIsWhatWasDueBeforeTheDayAskedFor() {
        recorded.agreed(List.of(recorded.open()), "someone", LocalDate.parse("2020-01-05"));

        current("asOf=2020-01-05&team=" + team).then().body("actionItems.overdue", equalTo(0));
        current("asOf=2020-01-06&team=" + team)
                .then()
                .body("scope.asOf", equalTo("2020-01-06"))
                .body("actionItems.overdue", equalTo(1));
    }

    @Test
    void statesThePositionItWasAskedForWhateverWasRecordedThere() {
        recorded.detectedAfter(Duration.ofMinutes(1));
        recorded.wordsAndPolicies();
        current("team=" + team);

        past(Math.toIntExact(log.head()), team).body("incidents.total.count", equalTo(1));
    }

    @Test
    void beforeAnythingWasRecordedThereIsNothing() {
        recorded.open(started(), at(Mark.DETECTED, START));
        current("team=" + team);

        past(0, team).body("incidents.total.count", equalTo(0)).body("recordedAt", nullValue());
    }

    @Test
    void aPointToComeIsRefused() {
        for (var point : List.of("atPosition=" + (log.head() + 1_000_000), "knownAt=2999-01-01T00:00:00Z")) {
            as("executive")
                    .get("/api/reports/executive?" + point)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/not-yet-known"));
        }
    }

    @Test
    void aPointThatIsNoneIsRefused() {
        for (var point : List.of("atPosition=x", "atPosition=1&knownAt=2026-01-01T00:00:00Z", "knownAt=x", "asOf=x")) {
            as("executive")
                    .get("/api/reports/executive?" + point)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-request"));
        }
        as("admin").get("/api/reports/executive?atPosition=1").then().statusCode(403);
    }

    /** Better no report than one that would be another a moment later. */
    @Test
    void aPositionThatIsNotReachedHereYetIsToBeAskedForAgain() throws SQLException {
        recorded.open(started());
        current("team=" + team);
        try (var database = ServiceStack.database().superuser();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("LOCK TABLE reporting.known_up_to IN SHARE ROW EXCLUSIVE MODE");
            long before = log.head();
            recorded.open(started());
            await().until(() -> log.head() > before);

            as("executive")
                    .get("/api/reports/executive?team=%s&atPosition=%d".formatted(team, log.head()))
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/problems/service-busy"));
            database.rollback();
        }

        current("team=" + team).then().body("incidents.total.count", equalTo(2));
    }

    @Test
    void aReportNamesTheAddressThatGivesItAgain() {
        recorded.open();

        var report = current("team=a%20team&from=2026-01-01T00:00:00%2B01:00");

        var address = report.header("Content-Location");
        assertThat(address)
                .isEqualTo("/api/reports/executive?from=2025-12-31T23%3A00%3A00Z&team=a+team&asOf="
                        + report.path("scope.asOf") + "&atPosition=" + position(report));
        assertThat(current(address.substring(address.indexOf('?') + 1)).asByteArray())
                .isEqualTo(report.asByteArray());
    }

    /** Once all that the test has recorded is in it. */
    private Response current(String query) {
        var response = as("executive")
                .header("Log-Entry", recorded.lastEntry())
                .urlEncodingEnabled(false)
                .get("/api/reports/executive?" + query);
        response.then().statusCode(200).header("Hindsight-Stale", nullValue());
        return response;
    }

    private static ValidatableResponse past(int position, String team) {
        return as("executive")
                .get("/api/reports/executive?team=%s&atPosition=%d".formatted(team, position))
                .then()
                .statusCode(200)
                .body("position", equalTo(position));
    }

    private static int position(Response report) {
        return report.path("position");
    }
}
