package dev.hindsight.actionitem;

import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.incident.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each attempt is kept with its delivery, and both as long as they are of use. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class DeliveryAttemptsTest {

    @Inject
    MovableClock clock;

    private final Receiver receiver = Receiver.start();
    private Elsewhere elsewhere;

    @BeforeEach
    void start() {
        elsewhere = StartedService.awaited();
    }

    @AfterEach
    void stop() {
        clock.reset();
        receiver.close();
    }

    @Test
    void eachAttemptIsShownTheNewestFirst() {
        receiver.answers(503);
        try (var subscription = toldOfIncidents()) {
            var incident = elsewhere.incident(Visibility.OPEN).toString();
            await().atMost(30, SECONDS).until(() -> receiver.about(incident).size() == 1);
            var delivery = path(subscription, incident);
            await().atMost(30, SECONDS).until(() -> as("admin").get(delivery).<Integer>path("attempts.size()") == 1);
            var pending = as("admin").get(delivery);
            pending.then()
                    .body("state", equalTo("PENDING"))
                    .body("failure", equalTo("It answered 503."))
                    .body("nextAttemptAt", notNullValue());

            receiver.answers(204);
            clock.set(clock.instant().plusSeconds(60));
            await().atMost(30, SECONDS)
                    .until(() -> "DELIVERED".equals(as("admin").get(delivery).path("state")));

            var delivered = as("admin").get(delivery);
            delivered
                    .then()
                    .statusCode(200)
                    .body("eventType", equalTo("incident-declared"))
                    .body("attempts.attempt", contains(2, 1))
                    .body("attempts.statusCode", contains(204, 503))
                    .body("attempts.failure", contains(null, "It answered 503."))
                    .body("attempts.at", everyItem(notNullValue()))
                    .body("attempts.millis", everyItem(greaterThanOrEqualTo(0)));
            assertThat(delivered.header("ETag")).isNotEqualTo(pending.header("ETag"));
            as("admin")
                    .header("If-None-Match", delivered.header("ETag"))
                    .get(delivery)
                    .then()
                    .statusCode(304);
        }
    }

    @Test
    void whatIsToldAgainIsCountedOn() {
        try (var subscription = toldOfIncidents()) {
            var incident = elsewhere.incident(Visibility.OPEN).toString();
            var delivery = awaitDelivered(subscription, incident);

            subscription.replay(as("admin").get(delivery).<Integer>path("position"));

            await().atMost(30, SECONDS).until(() -> as("admin").get(delivery).<Integer>path("attempts.size()") == 2);
            as("admin")
                    .get(delivery)
                    .then()
                    .body("attempts.attempt", contains(2, 1))
                    .body("attempts.statusCode", contains(204, 204));
        }
    }

    @Test
    void whatIsSettledForNinetyDaysIsForgottenAndCanBeToldAgain() {
        try (var subscription = toldOfIncidents()) {
            var old = elsewhere.incident(Visibility.OPEN).toString();
            var younger = elsewhere.incident(Visibility.OPEN).toString();
            var deliveryOfOld = awaitDelivered(subscription, old);
            var deliveryOfYounger = awaitDelivered(subscription, younger);
            long position = as("admin").get(deliveryOfOld).<Integer>path("position");

            settledEarlier(deliveryOfYounger, "89 days");
            settledEarlier(deliveryOfOld, "91 days");

            await().atMost(30, SECONDS)
                    .until(() -> as("admin").get(deliveryOfOld).statusCode() == 404);
            assertThat(attempts(deliveryOfOld)).isZero();
            as("admin").get(deliveryOfYounger).then().statusCode(200).body("attempts", hasSize(1));

            subscription.replay(position);

            await().atMost(30, SECONDS).until(() -> receiver.about(old).size() == 2);
            assertThat(receiver.about(old))
                    .extracting(Receiver.Received::id)
                    .containsOnly(deliveryOfOld.substring(deliveryOfOld.lastIndexOf('/') + 1));
            await().atMost(30, SECONDS)
                    .untilAsserted(() -> as("admin")
                            .get(deliveryOfOld)
                            .then()
                            .body("state", equalTo("DELIVERED"))
                            .body("attempts.attempt", contains(1)));
        }
    }

    /** Its position is known, and nothing of what it would have said. */
    @Test
    void whatIsWithheldWasNotTried() {
        try (var subscription = toldOfIncidents()) {
            elsewhere.incident(Visibility.RESTRICTED, "eve");
            await().atMost(30, SECONDS)
                    .until(() -> as("admin")
                                    .get(subscription.path() + "/deliveries?state=WITHHELD")
                                    .<Integer>path("items.size()")
                            == 1);
            String id = as("admin")
                    .get(subscription.path() + "/deliveries?state=WITHHELD")
                    .path("items[0].deliveryId");

            as("admin")
                    .get(subscription.path() + "/deliveries/" + id)
                    .then()
                    .body("state", equalTo("WITHHELD"))
                    .body("attempts", hasSize(0))
                    .body("eventId", nullValue())
                    .body("eventType", nullValue());
        }
    }

    /** As where it cannot be read what it is about. */
    @Test
    void ofWhatCouldNotBePreparedNothingIsToldButItsPosition() {
        try (var subscription = toldOfIncidents()) {
            var delivery = subscription.path() + "/deliveries/" + unreadable(id(subscription.path()));

            await().atMost(30, SECONDS).until(() -> as("admin").get(delivery).<Integer>path("attempts.size()") == 1);

            as("admin")
                    .get(delivery)
                    .then()
                    .body("state", equalTo("PENDING"))
                    .body("attempts[0].failure", equalTo("It could not be prepared."))
                    .body("eventId", nullValue())
                    .body("eventType", nullValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"responder", "facilitator", "executive", "auditor", "outsider"})
    void onlyAdministratorsSeeIt(String other) {
        as(other)
                .get("/api/webhooks/%s/deliveries/%s".formatted(UUID.randomUUID(), UUID.randomUUID()))
                .then()
                .statusCode(403);
    }

    @Test
    void thatOfAnotherWebhookIsNotFound() {
        try (var subscription = toldOfIncidents();
                var other = Subscription.of("{\"url\":\"%s\"}".formatted(receiver.url()))) {
            var delivery = awaitDelivered(
                    subscription, elsewhere.incident(Visibility.OPEN).toString());
            var id = delivery.substring(delivery.lastIndexOf('/') + 1);

            for (var path : new String[] {id, UUID.randomUUID().toString(), "x"}) {
                as("admin").get(other.path() + "/deliveries/" + path).then().statusCode(404);
            }
        }
    }

    private Subscription toldOfIncidents() {
        return Subscription.of("{\"url\":\"%s\",\"eventTypes\":[\"incident-declared\"]}".formatted(receiver.url()));
    }

    /** Where it is shown what came of the message to this webhook about an incident, once there is one. */
    private String path(Subscription subscription, String incident) {
        return subscription.path() + "/deliveries/"
                + receiver.about(incident).getFirst().id();
    }

    private String awaitDelivered(Subscription subscription, String incident) {
        await().atMost(30, SECONDS).until(() -> !receiver.about(incident).isEmpty());
        var path = path(subscription, incident);
        await().atMost(30, SECONDS)
                .until(() -> "DELIVERED".equals(as("admin").get(path).path("state")));
        return path;
    }

    /** A delivery to this webhook about something that nobody knows. */
    private static UUID unreadable(UUID webhook) {
        var id = UUID.randomUUID();
        truth().useHandle(db -> db.execute("""
                INSERT INTO actionitem.webhook_delivery (
                    delivery_id, webhook_id, position, event_id, event_type, aggregate_type, aggregate_id, recorded_at, state,
                    next_attempt_at)
                VALUES (?, ?, 1, gen_random_uuid(), 'incident-declared', 'nothing', gen_random_uuid(), now(), 'PENDING', now())
                """, id, webhook));
        return id;
    }

    private static void settledEarlier(String delivery, String by) {
        truth().useHandle(db ->
                db.createUpdate("""
                        UPDATE actionitem.webhook_delivery SET settled_at = settled_at - :by::interval
                         WHERE delivery_id = :id
                        """).bind("by", by).bind("id", id(delivery)).execute());
    }

    private static long attempts(String delivery) {
        return truth().withHandle(
                        db -> db.createQuery("SELECT count(*) FROM actionitem.webhook_attempt WHERE delivery_id = :id")
                                .bind("id", id(delivery))
                                .mapTo(long.class)
                                .one());
    }

    private static UUID id(String delivery) {
        return UUID.fromString(delivery.substring(delivery.lastIndexOf('/') + 1));
    }

    private static Jdbi truth() {
        return Jdbi.create(() -> ServiceStack.database().superuser());
    }
}
