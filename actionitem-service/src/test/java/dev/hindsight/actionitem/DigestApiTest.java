package dev.hindsight.actionitem;

import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemResumed;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.actionitem.EscalationCause;
import dev.hindsight.contracts.actionitem.EscalationRung;
import dev.hindsight.contracts.actionitem.Reminder;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People are told by mail what was decided about action items, with a clock that is set to days of December 2031. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class DigestApiTest extends OnAMonday {

    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final LocalDate NEXT_MONDAY = MONDAY.plusDays(7);

    @Test
    void whatFallsOnOneMorningIsOneMessageGroupedByWhatIsAsked() {
        var ana = Told.responder(true);
        var late = ana.item(incident, "Alert on missed slots", MONDAY.minusDays(3));
        var soon = ana.item(incident, "Rehearse a failover", MONDAY.plusDays(7));
        var proposed = StartedService.proposed(incident, "Pin the client version");
        ana.reminded(soon, Reminder.BEFORE_DUE, 7, MONDAY.plusDays(7), at(MONDAY, "09:00:00"));
        ana.escalated(
                late,
                EscalationCause.OVERDUE,
                EscalationRung.TEAM_LEAD,
                3,
                MONDAY.minusDays(3),
                at(MONDAY, "09:00:05"));
        ana.reminded(proposed, Reminder.UNACCEPTED, 7, MONDAY.minusDays(7), at(MONDAY, "09:00:09"));

        clock.set(at(MONDAY, "09:03:00"));
        var digest = ana.awaitDigest(1, "DELIVERED", 1);

        digest.then()
                .body("notices", hasSize(3))
                .body("withheld", equalTo(0))
                .body("attempts[0].answer", startsWith("250"));
        var mail = Mailroom.to(ana.name()).getFirst();
        assertThat(mail.subject()).isEqualTo("3 action items need you: 1 overdue, 1 due soon, 1 to accept");
        assertThat(mail.text())
                .contains("Overdue\n\n* " + reference(late) + ": Alert on missed slots\n")
                .contains("  Due 2031-11-28, 3 days ago\n")
                .contains("  You are told as a lead of chain-core\n")
                .contains("Due soon\n\n* " + reference(soon) + ": Rehearse a failover\n  Due 2031-12-08, in 7 days\n")
                .contains("  Proposed 2031-11-24, 7 days ago; has no owner or no due date yet\n  Owner: nobody\n")
                .contains("  Incident INC-2026-" + incident + "\n")
                .contains("  https://hindsight.example.test/action-items/" + reference(late) + "\n");
        assertThat(mail.header("Message-ID"))
                .isEqualTo("<%s@hindsight.example.test>".formatted(digest.<String>path("digestId")))
                .isEqualTo(digest.path("messageId"));
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    }

    @Test
    void theHtmlSaysWhatTheTextSaysAndNoTitleIsMarkup() {
        var ana = Told.responder(true);
        var item = ana.item(incident, "Fix <b onload=x> & co", MONDAY);
        ana.reminded(item, Reminder.ON_DUE_DAY, 0, MONDAY, at(MONDAY, "09:00:00"));

        clock.set(at(MONDAY, "09:03:00"));
        ana.awaitDigest(1, "DELIVERED", 1);

        var mail = Mailroom.to(ana.name()).getFirst();
        assertThat(mail.text()).contains(": Fix <b onload=x> & co\n");
        assertThat(mail.html())
                .contains("Fix &lt;b onload=x&gt; &amp; co")
                .doesNotContain("<b ")
                .doesNotContain("<img")
                .contains("<meta name=\"color-scheme\" content=\"light dark\">");
        assertThat(words(shown(mail.html())))
                .containsExactlyElementsOf(words(mail.text()).stream()
                        .filter(word -> !word.equals("*") && !word.equals("--"))
                        .filter(word -> !word.contains("/action-items/"))
                        .toList());
        assertThat(mail.html())
                .contains("href=\"https://hindsight.example.test/action-items/" + reference(item) + "\"");
    }

    @Test
    void whatComesAfterTheDigestOfADayGoesIntoTheNextOne() {
        var ana = Told.responder(true);
        var item = ana.item(incident, "Alert on missed slots", MONDAY);
        ana.reminded(item, Reminder.ON_DUE_DAY, 0, MONDAY, at(MONDAY, "09:00:00"));
        clock.set(at(MONDAY, "09:03:00"));
        ana.awaitDigest(1, "DELIVERED", 1);

        var later = ana.reminded(item, Reminder.OVERDUE, 1, MONDAY, at(MONDAY, "10:00:00"));
        clock.set(at(MONDAY, "10:05:00"));
        await().atMost(20, SECONDS)
                .until(() -> ana.notices(later).path("items[0].day").equals(TUESDAY.toString()));
        ana.notices(later)
                .then()
                .body("items.state", contains("WAITING", "DELIVERED"))
                .body("items[0].tellFrom", equalTo("2031-12-02T09:00:00Z"));

        clock.set(at(TUESDAY, "09:03:00"));
        ana.awaitDigest(2, "DELIVERED", 1).then().body("day", equalTo("2031-12-02"));
        assertThat(Mailroom.to(ana.name())).hasSize(2);
    }

    @Test
    void nobodyIsToldAnythingInQuietHoursOrOnDaysOff() {
        var ana = Told.responder(true);
        var item = ana.item(incident, "Alert on missed slots", FRIDAY);
        StartedService.did("responder", item + "/block", "{\"roadblock\": \"The vendor\"}");
        clock.set(at(FRIDAY, "19:00:00"));
        var evening = ana.escalated(
                item, EscalationCause.BLOCKED, EscalationRung.TEAM_LEAD, 0, FRIDAY, at(FRIDAY, "19:00:00"));

        ana.notices(evening)
                .then()
                .body("items[0].kind", equalTo("BLOCKED"))
                .body("items[0].tellFrom", equalTo("2031-12-08T08:00:00Z"))
                .body("items[0].day", equalTo("2031-12-08"))
                .body("items[0].state", equalTo("WAITING"));

        clock.set(at(NEXT_MONDAY, "08:00:01"));
        ana.awaitDigest(1, "DELIVERED", 1);
    }

    /** As after an outage of the service in the afternoon. */
    @Test
    void whatCouldNotBeToldInTimeWaitsForTheNextReminders() {
        var ana = Told.responder(true);
        var item = ana.item(incident, "Alert on missed slots", FRIDAY);
        clock.set(at(FRIDAY, "19:00:00"));
        var missed = ana.reminded(item, Reminder.ON_DUE_DAY, 0, FRIDAY, at(FRIDAY, "09:00:00"));
        await().atMost(20, SECONDS)
                .until(() -> ana.notices(missed).path("items[0].tellFrom").equals("2031-12-08T09:00:00Z"));

        clock.set(at(NEXT_MONDAY, "09:02:01"));

        ana.awaitDigest(1, "DELIVERED", 1).then().body("day", equalTo("2031-12-08"));
    }

    @Test
    void whatIsBlockedIsToldAtOnceAndAlone() {
        var ana = Told.responder(true);
        var item = ana.item(incident, "Alert on missed slots", MONDAY);
        ana.reminded(item, Reminder.ON_DUE_DAY, 0, MONDAY, at(MONDAY, "09:00:00"));
        clock.set(at(MONDAY, "09:03:00"));
        ana.awaitDigest(1, "DELIVERED", 1);

        StartedService.did("responder", item + "/block", "{\"roadblock\": \"The vendor\"}");
        ana.escalated(item, EscalationCause.BLOCKED, EscalationRung.EXECUTIVE, 0, MONDAY, at(MONDAY, "11:00:00"));
        clock.set(at(MONDAY, "11:00:01"));

        ana.awaitDigest(2, "DELIVERED", 1);
        var mail = Mailroom.to(ana.name()).getLast();
        assertThat(mail.subject()).isEqualTo("1 action item needs you: 1 blocked");
        assertThat(mail.text())
                .contains("  Blocked since 2031-12-01, today\n  In the way: The vendor\n  Due 2031-12-01, today\n")
                .contains("  You are told as the executive who answers for it\n");
    }

    @Test
    void theOwnerIsToldThatAnItemIsBackAndThatOneRecurred() {
        var ana = Told.responder(true);
        var back = ana.item(incident, "Alert on missed slots", MONDAY);
        var again = ana.item(incident, "Rehearse a failover", MONDAY);
        var later = elsewhere.incident(Visibility.RESTRICTED, "eve");
        ana.tell(new ActionItemResumed(
                Told.id(back), ActionItemStatus.ACCEPTED, null, OccurredAt.at(at(MONDAY, "09:00:00"))));
        var last = ana.tell(new ActionItemRecurred(Told.id(again), later, null, null, null, List.of(ana.subject())));
        ana.notices(last).then().body("items.kind", contains("RECURRED", "RESUMED"));

        clock.set(at(MONDAY, "09:03:00"));
        var digest = ana.awaitDigest(1, "DELIVERED", 1);

        assertThat(digest.<List<?>>path("notices")).hasSize(2);
        assertThat(Mailroom.to(ana.name()).getFirst().text())
                .contains("  A later incident shares a contributing factor with it\n")
                .contains("  Its deferral ended; work goes on\n")
                .doesNotContain(later.toString());
    }

    @Test
    void whatTheReaderMayNotReadTodayIsLeftOutAndCounted() {
        var ana = Told.responder(true);
        var hidden = elsewhere.incident(Visibility.OPEN);
        var open = ana.item(incident, "Rehearse a failover", MONDAY);
        var secret = ana.item(hidden, "Rotate the leaked key", MONDAY);
        ana.reminded(open, Reminder.ON_DUE_DAY, 0, MONDAY, at(MONDAY, "09:00:00"));
        ana.reminded(secret, Reminder.ON_DUE_DAY, 0, MONDAY, at(MONDAY, "09:00:00"));
        var restricted = elsewhere.restrict(hidden, "eve");

        clock.set(at(MONDAY, "09:03:00"));
        ana.awaitDigest(1, "DELIVERED", 1).then().body("withheld", equalTo(1));

        var mail = Mailroom.to(ana.name()).getFirst();
        assertThat(mail.subject()).isEqualTo("1 action item needs you: 1 due today");
        assertThat(mail.text()).doesNotContain("leaked").doesNotContain(reference(open) + "x");
        as("auditor").get(secret).then().statusCode(404);
        await().atMost(10, SECONDS)
                .until(() -> ana.notices(restricted).<List<?>>path("items").size() == 1);
    }

    @Test
    void whereNothingIsLeftToTellNoMailIsSent() {
        var ana = Told.responder(true);
        var hidden = elsewhere.incident(Visibility.OPEN);
        ana.reminded(
                ana.item(hidden, "Rotate the leaked key", MONDAY),
                Reminder.ON_DUE_DAY,
                0,
                MONDAY,
                at(MONDAY, "09:00:00"));
        elsewhere.restrict(hidden, "eve");

        clock.set(at(MONDAY, "09:03:00"));

        ana.awaitDigest(1, "NOTHING_LEFT", 1)
                .then()
                .body("withheld", equalTo(1))
                .body("overtaken", equalTo(0))
                .body("attempts[0].answer", nullValue());
        assertThat(Mailroom.to(ana.name())).isEmpty();
        as("auditor")
                .get("/api/notifications/digests?state=NOTHING_LEFT&recipient=" + ana.subject())
                .then()
                .body("items", hasSize(1))
                .body("items[0].withheld", equalTo(1));
    }

    private static String reference(String item) {
        return as("responder").get(item).path("reference");
    }

    private static String shown(String html) {
        return html.replaceAll("(?s)<head>.*</head>", "")
                .replaceAll("</a>:", ":")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
