package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.StartedService.accepted;
import static dev.hindsight.actionitem.StartedService.did;
import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.hindsight.contracts.incident.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages as their receivers get them: real servers, which verify them by a reading of the specification of their own. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class DeliveryTest {

    private static final Duration DAY = Duration.ofHours(24);

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
    void aReceiverIsToldWhatHappenedAndWhereToReadIt() {
        var incident = elsewhere.incident(Visibility.OPEN);
        try (var subscription = Subscription.to(receiver)) {
            var item = accepted(incident, "Alert on misses");
            var started = did("responder", item + "/start", "{}");

            var delivery = subscription.awaited(event(started), "DELIVERED");

            var message = receiver.all()
                    .filter(each -> each.isAbout(event(started)))
                    .findFirst()
                    .orElseThrow();
            assertThat(message.isSignedBy(subscription.secret())).isTrue();
            assertThat(message.signatures()).isEqualTo(1);
            assertThat(message.id()).isEqualTo(delivery.get("deliveryId"));
            assertThat(Instant.ofEpochSecond(Long.parseLong(message.timestamp())))
                    .isBetween(clock.instant().minusSeconds(300), clock.instant());
            var json = message.json();
            assertThat(json.getString("type")).isEqualTo("action-item-started");
            assertThat(json.getString("data.kind")).isEqualTo("ACTION_ITEM");
            assertThat(json.getString("data.id")).isEqualTo(id(item));
            assertThat(json.getString("data.title")).isEqualTo("Alert on misses");
            assertThat(json.getString("data.status")).isEqualTo("IN_PROGRESS");
            assertThat(json.getString("data.team")).isEqualTo("chain-core");
            assertThat(json.getString("data.due")).isEqualTo("2999-01-01");
            assertThat(json.getString("data.link"))
                    .isEqualTo("https://hindsight.example.test/action-items/" + json.getString("data.reference"));
            assertThat(json.getLong("data.position")).isEqualTo(((Number) delivery.get("position")).longValue());
            assertThat(message.body()).doesNotContain("somebody");
            assertThat(delivery)
                    .containsEntry("attempts", 1)
                    .containsEntry("statusCode", 204)
                    .containsEntry("eventType", "action-item-started");
        }
    }

    @Test
    void itIsToldOfTheEventsThatItAskedForAndNoOthers() {
        try (var subscription =
                Subscription.of("{\"url\":\"%s\",\"eventTypes\":[\"incident-declared\"]}".formatted(receiver.url()))) {
            var incident = elsewhere.incident(Visibility.OPEN);
            did("responder", accepted(incident, "Alert") + "/start", "{}");

            await().atMost(30, SECONDS)
                    .until(() -> !receiver.about(incident.toString()).isEmpty());

            var message = receiver.about(incident.toString()).getFirst().json();
            assertThat(message.getString("data.kind")).isEqualTo("INCIDENT");
            assertThat(message.getString("data.link")).endsWith("/incidents/INC-2026-" + incident);
            assertThat(as("admin")
                            .get(subscription.path() + "/deliveries?limit=200")
                            .<List<String>>path("items.eventType"))
                    .containsOnly("incident-declared");
        }
    }

    @Test
    void whatFailsIsSentAgainUnderTheSameId() {
        var asked = new AtomicInteger();
        receiver.behaves(exchange -> exchange.sendResponseHeaders(asked.incrementAndGet() < 3 ? 503 : 200, -1));
        try (var subscription = Subscription.to(receiver)) {
            var item = accepted(elsewhere.incident(Visibility.OPEN), "Alert");

            await().atMost(30, SECONDS).until(() -> receiver.about(id(item)).size() == 1);
            for (int attempts = 2; attempts <= 3; attempts++) {
                int expected = attempts;
                clock.set(clock.instant().plusSeconds(60));
                await().atMost(30, SECONDS).until(() -> receiver.about(id(item)).size() == expected);
            }

            var messages = receiver.about(id(item));
            assertThat(messages)
                    .extracting(Receiver.Received::id)
                    .containsOnly(messages.getFirst().id());
            assertThat(messages).allMatch(message -> message.isSignedBy(subscription.secret()));
            await().atMost(30, SECONDS)
                    .untilAsserted(() -> as("admin")
                            .get(subscription.path() + "/deliveries?state=DELIVERED")
                            .then()
                            .body("items[0].attempts", equalTo(3)));
        }
    }

    @Test
    void whatFailsForADayIsGivenUpAndSeen() {
        receiver.answers(500);
        try (var subscription = Subscription.to(receiver)) {
            var started = did("responder", accepted(elsewhere.incident(Visibility.OPEN), "Alert") + "/start", "{}");
            await().atMost(30, SECONDS)
                    .until(() -> Integer.valueOf(500)
                            .equals(subscription.delivery(event(started)).get("statusCode")));
            assertThat(subscription.delivery(event(started))).containsEntry("state", "PENDING");

            clock.set(clock.instant().plus(DAY).plusSeconds(60));

            var delivery = subscription.awaited(event(started), "FAILED");
            assertThat(delivery).containsEntry("failure", "It answered 500.").containsEntry("attempts", 2);
            assertThat(delivery.get("nextAttemptAt")).isNull();
            assertThat(subscription.state().getString("disabledAt")).isNull();
        }
    }

    @Test
    void forADayAfterTheSecretIsRotatedMessagesAreSignedByBoth() {
        try (var subscription = Subscription.to(receiver)) {
            String next = as("admin")
                    .body("{}")
                    .post(subscription.path() + "/rotate-secret")
                    .path("secret");
            assertThat(next).startsWith("whsec_").isNotEqualTo(subscription.secret());
            var item = accepted(elsewhere.incident(Visibility.OPEN), "Alert");
            subscription.awaited(event(did("responder", item + "/start", "{}")), "DELIVERED");

            var message = receiver.about(id(item)).getLast();
            assertThat(message.signatures()).isEqualTo(2);
            assertThat(message.isSignedBy(next)).isTrue();
            assertThat(message.isSignedBy(subscription.secret())).isTrue();

            clock.set(clock.instant().plus(DAY).plusSeconds(1));
            var commented = did("responder", item + "/comment", "{\"text\":\"Half of it\"}");
            subscription.awaited(event(commented), "DELIVERED");

            var later = receiver.about(event(commented)).getLast();
            assertThat(later.signatures()).isEqualTo(1);
            assertThat(later.isSignedBy(next)).isTrue();
        }
    }

    @Test
    void aSecretThatDoesNotOpenIsLeftOutAndWithoutAnyNothingIsSent() {
        try (var subscription = Subscription.to(receiver)) {
            String next = as("admin")
                    .body("{}")
                    .post(subscription.path() + "/rotate-secret")
                    .path("secret");
            var item = accepted(elsewhere.incident(Visibility.OPEN), "Alert");
            spoil(subscription, "number = 1");
            var started = did("responder", item + "/start", "{}");
            subscription.awaited(event(started), "DELIVERED");
            var message = receiver.about(event(started)).getFirst();
            assertThat(message.signatures()).isEqualTo(1);
            assertThat(message.isSignedBy(next)).isTrue();

            spoil(subscription, "number = 2");
            var commented = did("responder", item + "/comment", "{\"text\":\"Half of it\"}");
            await().atMost(30, SECONDS)
                    .until(() -> !subscription.delivery(event(commented)).isEmpty());

            assertThat(subscription.delivery(event(commented)))
                    .containsEntry("state", "PENDING")
                    .containsEntry("attempts", 1)
                    .containsEntry("failure", "It could not be prepared.");
            assertThat(receiver.about(event(commented))).isEmpty();
        }
    }

    @Test
    void aReceiverThatIsGoneIsToldNothingMore() {
        receiver.answers(410);
        var subscription = Subscription.to(receiver);
        var started = did("responder", accepted(elsewhere.incident(Visibility.OPEN), "Alert") + "/start", "{}");

        await().atMost(30, SECONDS).until(() -> subscription.state().get("disabledAt") != null);

        assertThat(subscription.state().getString("disabledBecause")).contains("410");
        subscription.awaited(event(started), "FAILED");
    }

    @Test
    void aReceiverThatDoesNotAnswerKeepsNoOtherWaiting() {
        var over = new CountDownLatch(1);
        receiver.behaves(_ -> awaitEndOf(over));
        try (var quick = Receiver.start();
                var slowly = Subscription.to(receiver);
                var quickly = Subscription.to(quick)) {
            var item = accepted(elsewhere.incident(Visibility.OPEN), "Alert");
            Response last = did("responder", item + "/start", "{}");
            for (int comments = 0; comments < 10; comments++) {
                last = did("responder", item + "/comment", "{\"text\":\"Still at it\"}");
            }

            var delivered = quickly.awaited(event(last), "DELIVERED");
            as("admin")
                    .get(slowly.path() + "/deliveries?limit=200&state=PENDING")
                    .then()
                    .body("items.position", hasItem(delivered.get("position")));
            assertThat(receiver.about(id(item)).stream()
                            .map(Receiver.Received::id)
                            .distinct())
                    .hasSizeLessThanOrEqualTo(8);
        } finally {
            over.countDown();
        }
    }

    @Test
    void whatCameOfMessagesIsListedInPages() {
        try (var subscription = Subscription.to(receiver)) {
            var item = accepted(elsewhere.incident(Visibility.OPEN), "Alert");
            var started = did("responder", item + "/start", "{}");
            var commented = did("responder", item + "/comment", "{\"text\":\"Half of it\"}");
            subscription.awaited(event(started), "DELIVERED");
            subscription.awaited(event(commented), "DELIVERED");

            var newest = as("admin").get(subscription.path() + "/deliveries?limit=1&state=DELIVERED");
            var next = as("admin").get(subscription.path() + "/deliveries?limit=1&cursor=" + newest.path("nextCursor"));

            assertThat(newest.<String>path("items[0].eventId")).isEqualTo(event(commented));
            assertThat(next.<String>path("items[0].eventId")).isEqualTo(event(started));
            as("admin")
                    .get(subscription.path() + "/deliveries?state=LOST")
                    .then()
                    .statusCode(400);
        }
    }

    private static void spoil(Subscription subscription, String which) {
        truth().useHandle(db -> db.execute(
                "UPDATE actionitem.webhook_secret SET sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)"
                        + " WHERE webhook_id = ? AND " + which,
                UUID.fromString(id(subscription.path()))));
    }

    private static Jdbi truth() {
        return Jdbi.create(() -> ServiceStack.database().superuser());
    }

    private static void awaitEndOf(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String event(Response answer) {
        return answer.header("Log-Entry");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
