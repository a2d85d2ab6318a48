package dev.hindsight.actionitem;

import static dev.hindsight.logkit.Callers.anonymous;
import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.actionitem.Reminder;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.logkit.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of messages that do not arrive, and who sees it. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class DeliveryApiTest extends OnAMonday {

    private static final LocalDate LATER = MONDAY.plusDays(40);

    @Test
    void whoCannotBeToldIsAFailureThatIsSeen() {
        var gone = Told.nobody();
        var unreachable = Told.responder(false);
        var disabled = Told.responder(true);
        ServiceEnvironment.realm().disable(disabled.subject());
        for (var person : List.of(gone, unreachable, disabled)) {
            var item = person.item(incident, "Alert on missed slots", MONDAY);
            person.reminded(item, Reminder.ON_DUE_DAY, 0, MONDAY, at(MONDAY, "09:00:00"));
        }

        clock.set(at(MONDAY, "09:03:00"));

        gone.awaitDigest(1, "FAILED", 1)
                .then()
                .body("attempts[0].reason", equalTo("Nobody has this id, at least not any more."));
        unreachable.awaitDigest(1, "FAILED", 1).then().body("attempts[0].reason", equalTo("No mail address is known."));
        disabled.awaitDigest(1, "FAILED", 1).then().body("attempts[0].reason", equalTo("The account is disabled."));
        as("auditor")
                .get("/api/notifications/digests?state=FAILED&recipient=" + gone.subject())
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void whatNoServerTakesIsTriedAgainUnderTheSameId() {
        var ana = Told.responder(true);
        var item = ana.item(incident, "Alert on missed slots", MONDAY);
        Mailroom.close();
        try {
            ana.reminded(item, Reminder.ON_DUE_DAY, 0, MONDAY, at(MONDAY, "09:00:00"));
            clock.set(at(MONDAY, "09:03:00"));
            ana.awaitDigest(1, "WAITING", 1)
                    .then()
                    .body("attempts[0].reason", equalTo("The mail server could not be reached."));
        } finally {
            Mailroom.open();
        }

        clock.set(at(MONDAY, "09:06:00"));

        var digest = ana.awaitDigest(1, "DELIVERED", 2);
        assertThat(Mailroom.to(ana.name()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.header("Message-ID")).isEqualTo(digest.path("messageId")));
    }

    @Test
    void noOutageIsSoLongThatItIsGivenUp() {
        var ana = Told.responder(true);
        var item = ana.item(incident, "Alert on missed slots", LATER);
        Mailroom.close();
        try {
            ana.reminded(item, Reminder.BEFORE_DUE, 40, LATER, at(MONDAY, "09:00:00"));
            clock.set(at(MONDAY, "09:03:00"));
            ana.awaitDigest(1, "WAITING", 1);

            clock.set(at(TUESDAY, "12:00:00"));

            ana.awaitDigest(1, "WAITING", 2)
                    .then()
                    .body("attempts[1].reason", equalTo("The mail server could not be reached."));
        } finally {
            Mailroom.open();
        }

        clock.set(at(TUESDAY, "12:03:00"));

        ana.awaitDigest(1, "DELIVERED", 3);
        assertThat(Mailroom.to(ana.name()).getFirst().text()).contains("Due 2032-01-10, in 39 days\n");
    }

    @Test
    void nothingIsTriedAgainInQuietHours() {
        var ana = Told.responder(true);
        var item = ana.item(incident, "Alert on missed slots", MONDAY);
        Mailroom.close();
        try {
            ana.reminded(item, Reminder.ON_DUE_DAY, 0, MONDAY, at(MONDAY, "09:00:00"));
            clock.set(at(MONDAY, "17:59:30"));
            ana.awaitDigest(1, "WAITING", 1);
        } finally {
            Mailroom.open();
        }

        clock.set(at(MONDAY, "18:30:00"));
        await().atMost(20, SECONDS)
                .until(() -> "2031-12-02T08:00:00Z".equals(ana.digests().path("items[0].nextAt")));
        assertThat(Mailroom.to(ana.name())).isEmpty();

        clock.set(at(TUESDAY, "08:00:01"));
        ana.awaitDigest(1, "DELIVERED", 2);
    }

    @Test
    void whoOverseesMessagesLearnsNoItemsThatTheyMayNotRead() {
        var ana = Told.responder(true);
        var hidden = elsewhere.incident(Visibility.OPEN);
        var open = ana.item(incident, "Rehearse a failover", MONDAY);
        var secret = ana.item(hidden, "Rotate the leaked key", MONDAY);
        ana.reminded(open, Reminder.ON_DUE_DAY, 0, MONDAY, at(MONDAY, "09:00:00"));
        ana.reminded(secret, Reminder.ON_DUE_DAY, 0, MONDAY, at(MONDAY, "09:00:00"));
        elsewhere.restrict(hidden, ana.subject());
        clock.set(at(MONDAY, "09:03:00"));

        ana.awaitDigest(1, "DELIVERED", 1)
                .then()
                .body("withheld", equalTo(0))
                .body("notices.actionItemId", containsInAnyOrder(Told.id(open).toString(), null));
    }

    @Test
    void messagesAreSeenByThoseWhoOverseeTheService() {
        for (var person : List.of("responder", "facilitator", "executive", "outsider")) {
            as(person).get("/api/notifications/digests").then().statusCode(403);
            as(person)
                    .get("/api/notifications/digests/" + UUID.randomUUID())
                    .then()
                    .statusCode(403);
        }
        as("admin")
                .get("/api/notifications/digests/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        as("admin").get("/api/notifications/digests?state=LOST").then().statusCode(400);
        anonymous().get("/api/notifications").then().statusCode(401);
    }

    @Test
    void ownNoticesComePageByPage() {
        var ana = Told.responder(true);
        var item = ana.item(incident, "Alert on missed slots", MONDAY);
        ana.reminded(item, Reminder.BEFORE_DUE, 7, MONDAY, at(MONDAY, "09:00:00"));
        var last = ana.reminded(item, Reminder.BEFORE_DUE, 1, MONDAY, at(MONDAY, "09:00:00"));
        ana.notices(last).then().body("items.days", contains(1, 7));

        var first = as(ana.name()).get("/api/notifications?limit=1");
        first.then().body("items.days", contains(1));
        as(ana.name())
                .get("/api/notifications?limit=1&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.days", contains(7))
                .body("nextCursor", nullValue());
        as("outsider").get("/api/notifications").then().body("items", hasSize(0));
    }
}
