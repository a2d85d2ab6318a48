package dev.hindsight.reporting;

import static dev.hindsight.logkit.Callers.as;
import static dev.hindsight.reporting.Recordings.START;
import static dev.hindsight.reporting.Recordings.at;
import static dev.hindsight.reporting.Recordings.between;
import static dev.hindsight.reporting.Recordings.started;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentReopened;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Within which time half have ended, those included of which the end lies ahead. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class MedianReportTest {

    private static final String MITIGATE = "durations.find { it.name == 'TIME_TO_MITIGATE' }.";
    private static final String RESOLVE = "durations.find { it.name == 'TIME_TO_RESOLVE' }.";

    private final Recordings recorded = new Recordings();
    private final String team = recorded.team();

    @Test
    void whatGoesOnMakesTheMedianLongerThanWhatIsOverAlone() {
        for (int hours = 1; hours <= 6; hours++) {
            resolvedAfter(Duration.ofHours(hours));
        }
        report().body(RESOLVE + "median.status", equalTo("TOLD"))
                .body(RESOLVE + "median.seconds.least", equalTo(3 * 3600))
                .body(RESOLVE + "median.goingOn", equalTo(0));

        recorded.open(started());
        recorded.open(started());

        report().body(RESOLVE + "quantiles[0].seconds.least", equalTo(3 * 3600))
                .body(RESOLVE + "median.status", equalTo("TOLD"))
                .body(RESOLVE + "median.ended", equalTo(6))
                .body(RESOLVE + "median.goingOn", equalTo(2))
                .body(RESOLVE + "median.seconds.least", equalTo(4 * 3600))
                .body(RESOLVE + "median.seconds.most", equalTo(4 * 3600))
                .body(RESOLVE + "median.atLeast", equalTo(3600))
                .body(RESOLVE + "median.atMost", nullValue())
                .body(
                        RESOLVE + "median.words",
                        equalTo("Including those that still go on, half are resolved within this time."));
    }

    @Test
    void whileMostGoOnTheMedianIsNotReached() {
        resolvedAfter(Duration.ofHours(1));
        resolvedAfter(Duration.ofHours(2));
        for (int i = 0; i < 5; i++) {
            recorded.open(started());
        }

        report().body(RESOLVE + "median.status", equalTo("NOT_REACHED"))
                .body(RESOLVE + "median.seconds", nullValue())
                .body(RESOLVE + "median.atMost", nullValue())
                .body(
                        RESOLVE + "median.words",
                        equalTo("Not reached: including those that still go on, half are not resolved yet."));
    }

    @Test
    void aFewAreNotEnoughToTell() {
        resolvedAfter(Duration.ofHours(1));
        resolvedAfter(Duration.ofHours(2));
        recorded.open(started());

        report().body(RESOLVE + "median.status", equalTo("NOT_ENOUGH_DATA"))
                .body(RESOLVE + "median.seconds", nullValue())
                .body(RESOLVE + "median.atLeast", nullValue())
                .body(
                        RESOLVE + "median.words",
                        equalTo(
                                "Not enough data to tell: it takes at least 6 incidents that are resolved or have gone on"
                                        + " for longer; 2 are, and 1 goes on."));
    }

    @Test
    void aTimeKnownOnlyAsAnIntervalMakesTheMedianOne() {
        for (int hours = 1; hours <= 6; hours++) {
            recorded.open(
                    started(),
                    between(
                            Mark.RESOLVED,
                            START.plus(Duration.ofHours(hours)),
                            START.plus(Duration.ofHours(hours)).plusSeconds(600)));
        }

        report().body(RESOLVE + "median.seconds.least", equalTo(3 * 3600))
                .body(RESOLVE + "median.seconds.most", equalTo(3 * 3600 + 600));
    }

    /** Whenever it is asked for, so that the figures of a position stay what they are. */
    @Test
    void whatGoesOnHasGoneOnUntilTheReportsLastEntryWasRecorded() {
        var open = recorded.open(started());
        var vague = recorded.open(between(Mark.IMPACT_STARTED, START, START.plusSeconds(60)));

        var report = report();

        var recordedAt = Instant.parse(report.extract().path("recordedAt"));
        int elapsed = (int) Duration.between(START, recordedAt).toSeconds();
        report.body(value(RESOLVE, open) + "goingOn.least", equalTo(elapsed))
                .body(value(RESOLVE, open) + "goingOn.most", equalTo(elapsed))
                .body(value(MITIGATE, open) + "goingOn.most", equalTo(elapsed))
                .body(value(RESOLVE, vague) + "goingOn.least", equalTo(elapsed - 60))
                .body(value(RESOLVE, vague) + "goingOn.most", equalTo(elapsed))
                .body(value("durations.find { it.name == 'TIME_TO_DETECT' }.", open) + "goingOn", nullValue());
    }

    @Test
    void whatIsMitigatedGoesOnUntilItIsResolvedAndWhatIsReopenedGoesOnAgain() {
        var mitigated = recorded.open(started());
        recorded.change(mitigated, new IncidentMitigated(mitigated, OccurredAt.at(START.plusSeconds(60)), null));
        var reopened = resolvedAfter(Duration.ofHours(1));
        recorded.change(
                reopened, new IncidentReopened(reopened, OccurredAt.at(START.plusSeconds(7200)), "It is back", 2));

        report().body(MITIGATE + "median.ended", equalTo(1))
                .body(MITIGATE + "median.goingOn", equalTo(1))
                .body(RESOLVE + "median.ended", equalTo(0))
                .body(RESOLVE + "median.goingOn", equalTo(2));
    }

    @Test
    void ofWhatLacksAStartOrIsADrillOrStartsLaterNothingIsCounted() {
        recorded.open(at(Mark.DETECTED, START));
        recorded.open(at(Mark.IMPACT_STARTED, Instant.parse("2999-01-01T00:00:00Z")));
        recorded.incident(Visibility.OPEN, IncidentMode.DRILL, List.of(), started());

        report().body(RESOLVE + "median.ended", equalTo(0)).body(RESOLVE + "median.goingOn", equalTo(0));
    }

    @Test
    void whatIsRecordedWasNoticedSoNothingGoesOnThatIsNotDetected() {
        recorded.open(started());

        report().body("durations.find { it.name == 'TIME_TO_DETECT' }.median", nullValue())
                .body("durations.find { it.name == 'TIME_TO_ACKNOWLEDGE' }.median", nullValue());
    }

    @Test
    void theMedianIsAFigureOfItsOwnInTheRegistry() {
        as("executive")
                .get("/api/reports/metrics")
                .then()
                .body("items.id", hasItems("median-time-to-mitigate", "median-time-to-resolve"))
                .body("items.find { it.id == 'time-to-resolve' }.version", equalTo(1));
        recorded.open();

        report().body("definitions.id", hasItems("median-time-to-mitigate", "median-time-to-resolve"));
    }

    @Test
    void ofNoIncidentsThereIsNothingToTell() {
        as("executive")
                .get("/api/reports/executive?team=" + team)
                .then()
                .body(RESOLVE + "median.status", equalTo("NOT_ENOUGH_DATA"));
    }

    private UUID resolvedAfter(Duration duration) {
        var id = recorded.open(started());
        recorded.change(id, new IncidentMitigated(id, OccurredAt.at(START.plusSeconds(60)), null));
        recorded.change(id, new IncidentResolved(id, OccurredAt.at(START.plus(duration)), null));
        return id;
    }

    /** Once all that the test has recorded is in it. */
    private ValidatableResponse report() {
        return as("executive")
                .header("Log-Entry", recorded.lastEntry())
                .get("/api/reports/executive?team=" + team)
                .then()
                .statusCode(200)
                .header("Hindsight-Stale", nullValue());
    }

    private static String value(String duration, UUID incident) {
        return duration + "values.find { it.incidentId == '" + incident + "' }.";
    }
}
