package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.StartedService.accepted;
import static dev.hindsight.actionitem.StartedService.did;
import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.logkit.OtherServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent once more, and what no more. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class DeliveryAgainTest {

    private final Receiver receiver = Receiver.start();
    private Elsewhere elsewhere;

    @BeforeEach
    void start() {
        elsewhere = StartedService.awaited();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    /** What a process that was killed between the two leaves behind: it was sent, and is noted as to be sent. */
    @Test
    void whatWasSentAndNotNotedIsSentAgainUnderTheSameId() {
        try (var subscription = Subscription.to(receiver)) {
            var started = did("responder", accepted(elsewhere.incident(Visibility.OPEN), "Alert") + "/start", "{}");
            var delivery = subscription.awaited(event(started), "DELIVERED");

            truth().useHandle(db -> db.execute(
                    "UPDATE actionitem.webhook_delivery SET state = 'PENDING', attempts = 0, settled_at = NULL,"
                            + " next_attempt_at = recorded_at WHERE delivery_id = ?",
                    UUID.fromString(delivery.get("deliveryId").toString())));

            await().atMost(30, SECONDS)
                    .until(() -> receiver.about(event(started)).size() == 2);
            assertThat(receiver.about(event(started)))
                    .extracting(Receiver.Received::id)
                    .containsOnly(delivery.get("deliveryId").toString());
        }
    }

    @Test
    void everythingFromAPositionOnIsToldAgainUnderTheSameIds() {
        var item = accepted(elsewhere.incident(Visibility.OPEN), "Alert");
        var first = as("responder").get(item + "/events");
        long position = first.<Integer>path("items[0].position");
        try (var subscription = Subscription.of("{\"url\":\"%s\",\"team\":\"chain-core\"}".formatted(receiver.url()))) {
            var started = did("responder", item + "/start", "{}");
            var delivery = subscription.awaited(event(started), "DELIVERED");
            assertThat(receiver.about(first.path("items[0].eventId"))).isEmpty();

            subscription.replay(position);

            await().atMost(30, SECONDS)
                    .until(() -> receiver.about(event(started)).size() == 2);
            assertThat(receiver.about(event(started)))
                    .extracting(Receiver.Received::id)
                    .containsOnly(delivery.get("deliveryId").toString());
            await().atMost(30, SECONDS).until(() -> receiver.about(id(item)).size() == 3); // what was before it, once
            assertThat(subscription.state().getLong("replayedFrom")).isEqualTo(position);
            assertThat(subscription.state().getString("secret")).isNull();
        }
    }

    @Test
    void aLogOfManyPositionsIsToldAgainStepByStep() {
        var item = accepted(elsewhere.incident(Visibility.OPEN), "Alert");
        var first = as("responder").get(item + "/events");
        var other = elsewhere.incident(Visibility.OPEN);
        OtherServices.append(
                ServiceStack.database(),
                IncidentEvent.AGGREGATE_TYPE,
                other,
                "somebody",
                IntStream.range(0, 1_100)
                        .mapToObj(_ -> new IncidentResolved(other, null, "over"))
                        .toArray());
        var started = did("responder", item + "/start", "{}");
        await().atMost(30, SECONDS)
                .until(() -> as("responder").get(item + "/events").path("items.last().position") != null);
        try (var subscription = Subscription.to(receiver)) {
            long position = first.<Integer>path("items[0].position");
            subscription.replay(position);

            await().atMost(60, SECONDS)
                    .until(() -> subscription.state().getLong("replayedTo")
                            == subscription.state().getLong("replayUpTo"));
            assertThat(subscription.state().getLong("replayUpTo")).isGreaterThan(position + 1_100);
            assertThat(subscription.state().getLong("version")).isEqualTo(3);
            await().atMost(30, SECONDS)
                    .until(() -> receiver.about(event(started)).size() == 1);
            assertThat(receiver.about(first.path("items[0].eventId"))).hasSize(1);
        }
    }

    @Test
    void whatIsStillToBeSentByADisabledWebhookIsLetGo() {
        var subscription = Subscription.to(receiver);
        var started = did("responder", accepted(elsewhere.incident(Visibility.OPEN), "Alert") + "/start", "{}");
        var delivery = subscription.awaited(event(started), "DELIVERED");
        subscription.close();

        truth().useHandle(db -> db.execute(
                "UPDATE actionitem.webhook_delivery SET state = 'PENDING' WHERE delivery_id = ?",
                UUID.fromString(delivery.get("deliveryId").toString())));

        assertThat(subscription.awaited(event(started), "FAILED"))
                .containsEntry("failure", "The subscription was disabled.");
    }

    private static Jdbi truth() {
        return Jdbi.create(() -> ServiceStack.database().superuser());
    }

    private static String event(Response answer) {
        return answer.header("Log-Entry");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
