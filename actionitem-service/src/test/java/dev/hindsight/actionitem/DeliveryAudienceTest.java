package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.StartedService.accepted;
import static dev.hindsight.actionitem.StartedService.did;
import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.logkit.OtherServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of what, and where messages may go. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class DeliveryAudienceTest {

    private static final String WITHHELD = "Its receiver may not be told of it.";
    private static final String POSITION =
            "SELECT position FROM log.log_position JOIN log.event_entry USING (global_index)"
                    + " WHERE event_id = :event";
    private static final Jdbi TRUTH = Jdbi.create(() -> ServiceStack.database().superuser());

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
                    .body("items[0].failure", equalTo(WITHHELD))
                    .body("items[0].eventId", nullValue())
                    .body("items[0].eventType", nullValue());
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
            assertThat(ofAll.settled(position(started)))
                    .containsEntry("state", "WITHHELD")
                    .containsEntry("failure", WITHHELD)
                    .doesNotContainValue("action-item-started");
            assertThat(ofOthers.delivery(event(started))).isEmpty();
            assertThat(receiver.about(event(started)))
                    .hasSize(1)
                    .allMatch(message -> !message.body().contains("Hush"));
        }
    }

    /** Otherwise whoever keeps the webhook reads from it what comes to pass in secret. */
    @Test
    void whatIsNotSentYetTellsNothing() {
        receiver.answers(503);
        try (var subscription = Subscription.to(receiver)) {
            var started = did("responder", accepted(elsewhere.incident(Visibility.OPEN), "Alert") + "/start", "{}");
            await().atMost(30, SECONDS)
                    .until(() -> !subscription.delivery(event(started)).isEmpty());

            TRUTH.useHandle(db -> db.execute(
                    "UPDATE actionitem.webhook_delivery SET tellable = false, next_attempt_at = now() + interval '1 day'"
                            + " WHERE event_id = ?",
                    UUID.fromString(event(started))));

            assertThat(subscription.delivery(event(started))).isEmpty();
            assertThat(as("admin").get(subscription.path() + "/deliveries").asString())
                    .contains(Long.toString(position(started)))
                    .doesNotContain("action-item-started");
        }
    }

    @Test
    void thatAnItemCameBackIsToldOnlyIfTheLaterIncidentMayBe() {
        try (var subscription = Subscription.to(receiver)) {
            var item = accepted(elsewhere.incident(Visibility.OPEN), "Alert");
            var secret = recurred(item, elsewhere.incident(Visibility.RESTRICTED, "eve"));
            var known = recurred(item, elsewhere.incident(Visibility.OPEN));

            subscription.awaited(known.toString(), "DELIVERED");
            assertThat(subscription.settled(positionOf(secret))).containsEntry("state", "WITHHELD");
            assertThat(receiver.about(secret.toString())).isEmpty();
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

    private static UUID recurred(String item, UUID later) {
        var id = UUID.fromString(id(item));
        return OtherServices.append(
                        ServiceStack.database(),
                        ActionItemEvent.AGGREGATE_TYPE,
                        id,
                        Told.ITSELF,
                        new ActionItemRecurred(id, later, null, null, null, List.of()))
                .getFirst();
    }

    private static long position(Response answer) {
        return positionOf(UUID.fromString(event(answer)));
    }

    private static long positionOf(UUID event) {
        return await().atMost(30, SECONDS)
                .until(
                        () -> TRUTH.withHandle(db -> db.createQuery(POSITION)
                                .bind("event", event)
                                .mapTo(Long.class)
                                .findOne()),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String event(Response answer) {
        return answer.header("Log-Entry");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
