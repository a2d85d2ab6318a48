package dev.hindsight.actionitem;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemResumed;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.actionitem.EscalationCause;
import dev.hindsight.contracts.actionitem.EscalationRung;
import dev.hindsight.contracts.actionitem.Reminder;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.policy.TeamPolicy;
import dev.hindsight.contracts.time.OccurredAt;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Mail says what is true when it is written, once for each item, and what one team is told of keeps no other one waiting. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class DigestNewsApiTest extends OnAMonday {

    private static final LocalDate LATER = MONDAY.plusDays(30);
    private static final Instant NINE = at(MONDAY, "09:00:00");

    @Test
    void twoRecurrencesOfOneItemAreBothTold() {
        var ana = Told.responder(true);
        var item = ana.item(incident, "Rehearse a failover", LATER);
        var one = elsewhere.incident(Visibility.OPEN);
        var other = elsewhere.incident(Visibility.OPEN);
        for (var again : List.of(one, other)) {
            ana.tell(new ActionItemRecurred(Told.id(item), again, null, null, null, List.of(ana.subject())));
        }

        assertThat(mailOf(ana).text())
                .containsOnlyOnce(": Rehearse a failover")
                .contains("  A later incident shares a contributing factor with it: INC-2026-" + one + "\n")
                .contains("  A later incident shares a contributing factor with it: INC-2026-" + other + "\n");
    }

    @Test
    void whatIsOvertakenIsNotTold() {
        var ana = Told.responder(true);
        var late = ana.item(incident, "Alert on missed slots", MONDAY.minusDays(1));
        var done = ana.item(incident, "Rehearse a failover", MONDAY);
        var moved = ana.item(incident, "Pin the client version", MONDAY);
        var given = ana.item(incident, "Rotate the key", MONDAY);
        ana.reminded(late, Reminder.OVERDUE, 1, MONDAY.minusDays(1), NINE);
        for (var item : List.of(done, moved, given)) {
            ana.reminded(item, Reminder.ON_DUE_DAY, 0, MONDAY, NINE);
        }
        StartedService.did("responder", done + "/complete", "{\"evidence\": [\"https://example.org/pull/81\"]}");
        StartedService.did(
                "responder", moved + "/reschedule", "{\"due\": \"%s\", \"reason\": \"late\"}".formatted(LATER));
        StartedService.did("responder", given + "/reassign", "{\"owner\": \"somebody\", \"reason\": \"away\"}");

        var mail = mailOf(ana);
        assertThat(mail.subject()).isEqualTo("1 action item needs you: 1 overdue");
        assertThat(mail.text())
                .contains(": Alert on missed slots\n")
                .doesNotContain("failover", "client version", "key");
        ana.digests().then().body("items[0].overtaken", equalTo(3)).body("items[0].withheld", equalTo(0));
    }

    @Test
    void whereAllIsOvertakenNoMailIsSent() {
        var ana = Told.responder(true);
        var item = ana.item(incident, "Alert on missed slots", LATER);
        StartedService.did("responder", item + "/block", "{\"roadblock\": \"The vendor\"}");
        clock.set(at(MONDAY, "07:00:00"));
        var blocked = ana.escalated(
                item, EscalationCause.BLOCKED, EscalationRung.TEAM_LEAD, 0, MONDAY, at(MONDAY, "07:00:00"));
        ana.notices(blocked).then().body("items[0].state", equalTo("WAITING"));
        StartedService.did("responder", item + "/unblock", "{}");

        clock.set(at(MONDAY, "08:00:01"));

        ana.awaitDigest(1, "NOTHING_LEFT", 1)
                .then()
                .body("withheld", equalTo(0))
                .body("overtaken", equalTo(1))
                .body("attempts[0].answer", nullValue());
        assertThat(Mailroom.to(ana.name())).isEmpty();
        ana.notices(blocked).then().body("items[0].state", equalTo("NOTHING_LEFT"));
    }

    @Test
    void oneItemIsOneLineWithTheDateThatHolds() {
        var ana = Told.responder(true);
        var item = ana.item(incident, "Alert on missed slots", MONDAY.minusDays(10));
        ana.tell(new ActionItemResumed(Told.id(item), ActionItemStatus.ACCEPTED, null, OccurredAt.at(NINE)));
        ana.reminded(item, Reminder.OVERDUE, 1, MONDAY.minusDays(1), NINE);

        var mail = mailOf(ana);
        assertThat(mail.subject()).isEqualTo("1 action item needs you: 1 overdue");
        assertThat(mail.text())
                .containsOnlyOnce(": Alert on missed slots")
                .contains("  Its deferral ended; work goes on\n  Due 2031-11-21, 10 days ago\n")
                .doesNotContain("2031-11-30");
    }

    @Test
    void whoOnlyLeadsIsTold() {
        var ana = Told.responder(true);
        var bob = Told.responder(true);
        var late = bob.item(incident, "Alert on missed slots", MONDAY.minusDays(3));
        var done = bob.item(incident, "Rehearse a failover", MONDAY);
        StartedService.did("responder", done + "/complete", "{\"evidence\": [\"https://example.org/pull/81\"]}");
        ana.escalated(late, EscalationCause.OVERDUE, EscalationRung.TEAM_LEAD, 3, MONDAY.minusDays(3), NINE);
        ana.reminded(done, Reminder.UNVERIFIED, 7, MONDAY.minusDays(7), NINE);

        var mail = mailOf(ana);
        assertThat(mail.subject()).isEqualTo("2 action items: 1 overdue, 1 to verify");
        assertThat(mail.text())
                .contains("  Done 2031-11-24 (7 days ago), waiting for somebody other than the owner to verify it\n")
                .contains("  You are told as a lead of chain-core\n");
    }

    @Test
    void whatComesEarlyWaitsForTheRemindersOfItsDay() {
        var ana = Told.responder(true);
        clock.set(at(MONDAY, "00:00:01"));
        var back = ana.item(incident, "Alert on missed slots", LATER);
        var soon = ana.item(incident, "Rehearse a failover", MONDAY.plusDays(7));
        var early = ana.tell(new ActionItemResumed(
                Told.id(back), ActionItemStatus.ACCEPTED, null, OccurredAt.at(at(MONDAY, "00:00:01"))));
        ana.notices(early).then().body("items[0].kind", equalTo("RESUMED"));

        clock.set(at(MONDAY, "08:30:00"));
        ana.reminded(soon, Reminder.BEFORE_DUE, 7, MONDAY.plusDays(7), at(MONDAY, "08:30:00"));

        assertThat(mailOf(ana).subject()).isEqualTo("2 action items need you: 1 due soon, 1 back from deferral");
    }

    @Test
    void whatIsMovedGoesIntoTheNextDigestWhicheverTeamMakesIt() {
        var team = "tokyo-" + UUID.randomUUID();
        var standard = TeamPolicy.standard();
        elsewhere.teamPolicy(
                team,
                new TeamPolicy(
                        "Asia/Tokyo",
                        standard.workingDays(),
                        standard.remindAt(),
                        standard.quietFrom(),
                        standard.quietTo(),
                        List.of(),
                        null));
        clock.set(at(MONDAY, "00:00:00"));
        var ana = Told.responder(true);
        var there = ana.item(incident, "Rehearse a failover", LATER);
        StartedService.did(
                "responder", there + "/transfer", "{\"team\": \"%s\", \"reason\": \"theirs\"}".formatted(team));
        var here = ana.item(incident, "Alert on missed slots", LATER);
        ana.reminded(there, Reminder.BEFORE_DUE, 30, LATER, at(MONDAY, "00:00:00"));
        clock.set(at(MONDAY, "00:03:00"));
        ana.awaitDigest(1, "DELIVERED", 1).then().body("day", equalTo("2031-12-01"));

        var moved = ana.reminded(here, Reminder.BEFORE_DUE, 30, LATER, NINE);
        clock.set(at(MONDAY, "09:03:00"));
        await().atMost(20, SECONDS)
                .until(() -> ana.notices(moved).path("items[0].day").equals(TUESDAY.toString()));
        ana.reminded(there, Reminder.BEFORE_DUE, 29, LATER, at(TUESDAY, "00:00:00"));
        clock.set(at(TUESDAY, "00:03:00"));

        ana.awaitDigest(2, "DELIVERED", 1).then().body("notices", hasSize(2)).body("day", equalTo("2031-12-02"));
    }

    /** The one message to somebody, three minutes after the reminders of the day. */
    private Mailroom.Mail mailOf(Told person) {
        clock.set(at(MONDAY, "09:03:00"));
        person.awaitDigest(1, "DELIVERED", 1);
        return Mailroom.to(person.name()).getFirst();
    }
}
