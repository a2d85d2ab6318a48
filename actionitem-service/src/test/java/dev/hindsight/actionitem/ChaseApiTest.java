package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.StartedService.did;
import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.policy.TeamPolicy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time passes for the running service; its ticker does the rest. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ChaseApiTest {

    private static final TeamPolicy EVERY_DAY_AT_MIDNIGHT = new TeamPolicy(
            "UTC",
            List.of(DayOfWeek.values()),
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT,
            List.of("lea"),
            "max");

    @Inject
    MovableClock clock;

    private LocalDate today;
    private UUID incident;

    @BeforeEach
    void start() {
        var elsewhere = StartedService.awaited();
        incident = elsewhere.incident(Visibility.OPEN);
        elsewhere.teamPolicy("chain-core", EVERY_DAY_AT_MIDNIGHT);
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @AfterEach
    void stop() {
        clock.reset();
    }

    @Test
    void whatIsNotDoneIsRemindedOfAndTakenUpTheLadder() {
        var item = due(today.plusDays(2));

        itIs(today.plusDays(1));
        awaitChase(item, "BEFORE_DUE");
        itIs(today.plusDays(9));
        awaitChase(item, "BEFORE_DUE", "ON_DUE_DAY", "OVERDUE", "OVERDUE", "OVERDUE", "OVERDUE");

        as("responder")
                .get(item)
                .then()
                .body("chase.rung", contains(null, null, null, "TEAM_LEAD", null, "EXECUTIVE"))
                .body("chase.days", contains(1, 0, 1, 3, 7, 7))
                .body(
                        "chase.recipients",
                        contains(
                                List.of("somebody"),
                                List.of("somebody"),
                                List.of("somebody"),
                                List.of("lea"),
                                List.of("somebody"),
                                List.of("max")));
        as("auditor")
                .get(item + "/events")
                .then()
                .body("items.type", hasItems("action-item-reminded", "action-item-escalated"))
                .body("items[1].actor", equalTo("service:actionitem-service"));
    }

    @Test
    void whatIsDoneIsNotRemindedOfAnyMore() {
        var done = due(today.plusDays(2));
        var late = due(today.plusDays(2));
        did("responder", done + "/complete", "{\"evidence\": [\"https://example.org/pull/81\"]}");

        itIs(today.plusDays(3));

        awaitChase(late, "BEFORE_DUE", "ON_DUE_DAY", "OVERDUE");
        as("responder").get(done).then().body("chase.because", hasSize(0));
    }

    @Test
    void aNewDateIsChasedInsteadOfTheOldOne() {
        var item = due(today.plusDays(2));
        did("responder", item + "/reschedule", "{\"due\": \"%s\", \"reason\": \"late\"}".formatted(today.plusDays(5)));

        itIs(today.plusDays(5));

        awaitChase(item, "BEFORE_DUE", "ON_DUE_DAY");
        as("responder")
                .get(item)
                .then()
                .body("chase.about", hasItem(today.plusDays(5).toString()));
    }

    @Test
    void aRoadblockReachesTheTeamLeadWithTheStepItself() {
        did("responder", due(today.plusDays(40)) + "/block", "{\"roadblock\": \"The vendor\"}")
                .then()
                .body("chase.because", contains("BLOCKED"))
                .body("chase.rung", contains("TEAM_LEAD"))
                .body("chase[0].recipients", contains("lea"));
    }

    @Test
    void whatWasDeferredComesBackByItself() {
        var item = due(today.plusDays(40));
        did("executive", item + "/defer", "{\"risk\": \"An hour\", \"until\": \"%s\"}".formatted(today.plusDays(3)));

        itIs(today.plusDays(3));

        await().atMost(20, SECONDS)
                .untilAsserted(() -> as("responder").get(item).then().body("status", equalTo("ACCEPTED")));
        as("auditor")
                .get(item + "/events")
                .then()
                .body("items[2].type", equalTo("action-item-resumed"))
                .body("items[2].actor", equalTo("service:actionitem-service"));
    }

    @Test
    void aPolicySetMeanwhileCountsFromThenOn() {
        var item = due(today.plusDays(6));
        itIs(today.plusDays(1));
        new Elsewhere(ServiceStack.database())
                .teamPolicy(
                        "chain-core",
                        new TeamPolicy(
                                "UTC",
                                List.of(DayOfWeek.values()),
                                LocalTime.of(12, 0),
                                LocalTime.MIDNIGHT,
                                LocalTime.MIDNIGHT,
                                List.of("liv"),
                                null));

        itIs(today.plusDays(9).plusDays(1));

        awaitChase(item, "BEFORE_DUE", "ON_DUE_DAY", "OVERDUE", "OVERDUE");
        as("responder")
                .get(item)
                .then()
                .body("chase[0].scheduledFor", equalTo(today.plusDays(5) + "T12:00:00Z"))
                .body("chase[3].recipients", contains("liv"));
    }

    /** It is a little after the beginning of that day. */
    private void itIs(LocalDate day) {
        clock.set(day.atTime(0, 5).toInstant(ZoneOffset.UTC));
    }

    private String due(LocalDate day) {
        var answer = as("responder")
                .body("{\"title\":\"Alert\",\"incidentIds\":[\"%s\"],\"owner\":\"somebody\",\"due\":\"%s\"}"
                        .formatted(incident, day))
                .post(StartedService.ITEMS);
        answer.then().statusCode(201);
        return answer.header("Location");
    }

    private static void awaitChase(String item, Object... because) {
        await().atMost(20, SECONDS)
                .untilAsserted(() -> as("responder").get(item).then().body("chase.because", contains(because)));
    }
}
