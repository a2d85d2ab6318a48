package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.StartedService.accepted;
import static dev.hindsight.actionitem.StartedService.did;
import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.hindsight.contracts.incident.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of what, and where messages may go. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class DeliveryAudienceTest {

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
    void ofARestrictedIncidentNobodyIsTold() {
        var incident = elsewhere.incident(Visibility.OPEN);
        receiver.answers(503);
        try (var subscription = Subscription.of("{\"url\":\"%s\",\"team\":\"chain-core\"}".formatted(receiver.url()))) {
            var item = accepted(incident, "Patch the exploit");
            await().atMost(30, SECONDS).until(() -> !receiver.about(id(item)).isEmpty());
            elsewhere.restrict(incident, "eve");
            int before = receiver.about(id(item)).size();

            clock.set(clock.instant().plusSeconds(3600));

            await().atMost(30, SECONDS)
                    .until(() -> !as("admin")
                            .get(subscription.path() + "/deliveries?state=WITHHELD")
                            .<List<String>>path("items")
                            .isEmpty());
            as("admin")
                    .get(subscription.path() + "/deliveries?state=WITHHELD")
                    .then()
                    .body("items[0].failure", equalTo("It belongs to a restricted incident."));
            assertThat(receiver.about(id(item))).hasSize(before);
        }
    }

    @Test
    void ofATeamsIncidentOnlyThatTeamIsToldWithoutItsTitle() {
        var incident = elsewhere.incident(Visibility.TEAM);
        try (var ofTeam = Subscription.of("{\"url\":\"%s/team\",\"team\":\"chain-core\"}".formatted(receiver.url()));
                var ofAll = Subscription.of("{\"url\":\"%s/all\"}".formatted(receiver.url()));
                var ofOthers =
                        Subscription.of("{\"url\":\"%s/x\",\"team\":\"payments-core\"}".formatted(receiver.url()))) {
            var started = did("responder", accepted(incident, "Hush") + "/start", "{}");

            ofTeam.awaited(event(started), "DELIVERED");
            assertThat(ofAll.awaited(event(started), "WITHHELD"))
                    .containsEntry("failure", "It belongs to an incident that only its teams read.");
            assertThat(ofOthers.delivery(event(started))).isEmpty();
            assertThat(receiver.about(event(started)))
                    .hasSize(1)
                    .allMatch(message -> !message.body().contains("Hush"));
        }
    }

    @Test
    void aHostThatMovesIntoTheNetworkIsNoTargetAnyMore() {
        MovableHostNames.move("moving.test", "93.184.215.14");
        try (var subscription = Subscription.of("{\"url\":\"http://moving.test:%d/\"}".formatted(receiver.port()))) {
            MovableHostNames.move("moving.test", "127.0.0.1");
            var item = accepted(elsewhere.incident(Visibility.OPEN), "Alert");
            var started = did("responder", item + "/start", "{}");

            await().atMost(30, SECONDS)
                    .until(() -> subscription.delivery(event(started)).get("failure") != null);

            assertThat(subscription.delivery(event(started)))
                    .containsEntry(
                            "failure", "Nothing is sent to its address: Its host is in a network that is not public.")
                    .containsEntry("state", "PENDING");
            assertThat(receiver.about(id(item))).isEmpty();
        }
    }

    @Test
    void aRedirectIntoTheNetworkIsNotFollowed() {
        try (var inside = Receiver.start()) {
            receiver.behaves(exchange -> {
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:%d/".formatted(inside.port()));
                exchange.sendResponseHeaders(307, -1);
            });
            try (var subscription = Subscription.to(receiver)) {
                var started = did("responder", accepted(elsewhere.incident(Visibility.OPEN), "Alert") + "/start", "{}");

                await().atMost(30, SECONDS)
                        .until(() -> subscription.delivery(event(started)).get("failure") != null);

                assertThat(subscription.delivery(event(started)).get("failure").toString())
                        .contains("redirects");
                assertThat(inside.all()).isEmpty();
            }
        }
    }

    private static String event(Response answer) {
        return answer.header("Log-Entry");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
