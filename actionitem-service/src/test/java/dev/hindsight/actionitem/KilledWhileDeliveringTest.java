package dev.hindsight.actionitem;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.hindsight.actionitem.Receiver.Received;
import dev.hindsight.actionitem.deliveries.DeliveryReplica;
import dev.hindsight.actionitem.webhooks.SigningSecrets;
import dev.hindsight.actionitem.webhooks.WebhookKey;
import dev.hindsight.actionitem.webhooks.Webhooks;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.logkit.ServiceEnvironment;
import dev.hindsight.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between the moment when a receiver has a message and that when this is noted, the process that sends it is killed. */
class KilledWhileDeliveringTest {

    private static final String KEY = "0123456789abcdef".repeat(4);

    private final Receiver receiver = Receiver.start();
    private TestDatabase database;
    private String password;
    private Jdbi truth;

    @BeforeEach
    void start() {
        database = TestDatabase.start();
        password = ServiceEnvironment.migrated(database, "actionitem").get("quarkus.datasource.password");
        truth = Jdbi.create(database::superuser).registerArrayType(String.class, "text");
    }

    @AfterEach
    void stop() {
        receiver.close();
        database.close();
    }

    /** First while it is answered, then when it has the answer and notes it. */
    @Test
    void theMessageComesOnceMoreUnderItsIdAndIsNotedOnce() throws Exception {
        subscribe();
        var incident = new Elsewhere(database).incident(Visibility.OPEN).toString();

        runUntilKilled((exchange, replica) -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("Thank".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            replica.kill();
        });
        runUntilKilled((exchange, replica) -> {
            try (var heldUp = HeldUp.by(database, "SELECT FROM actionitem.webhook_delivery FOR UPDATE")) {
                exchange.sendResponseHeaders(204, -1);
                heldUp.awaitWriter();
                replica.kill();
            }
        });
        receiver.answers(204);
        try (var _ = replica()) {
            await().atMost(60, SECONDS)
                    .until(() -> "DELIVERED".equals(delivery().get("state")));
        }

        var received = receiver.about(incident);
        assertThat(received).hasSize(3);
        assertThat(received)
                .extracting(Received::id)
                .containsOnly(delivery().get("delivery_id").toString());
        assertThat(delivery()).containsEntry("attempts", 1).containsEntry("status_code", 204);
        assertThat(attempts()).isEqualTo(1);
    }

    /** What happens to the replica that is being answered. */
    @FunctionalInterface
    private interface LastMoment {

        void comes(HttpExchange exchange, ReplicaProcess replica) throws Exception;
    }

    private void runUntilKilled(LastMoment moment) throws Exception {
        var started = new CompletableFuture<ReplicaProcess>();
        var over = new CompletableFuture<Void>();
        receiver.behaves(exchange -> {
            try {
                moment.comes(exchange, started.get());
                over.complete(null);
            } catch (Exception e) {
                over.completeExceptionally(e);
            }
        });
        try (var replica = replica()) {
            started.complete(replica);
            over.get(60, SECONDS);
        }
    }

    private ReplicaProcess replica() throws IOException {
        return ReplicaProcess.start(DeliveryReplica.class, "A", database.url(), password, KEY);
    }

    private void subscribe() {
        var id = UUID.randomUUID();
        var now = Instant.now();
        new Webhooks(truth)
                .add(new Webhooks.Wanted(
                        id,
                        "http://localhost:%d/hooks".formatted(receiver.port()),
                        null,
                        null,
                        List.of("incident-declared"),
                        0,
                        now,
                        "an administrator"));
        new SigningSecrets(truth, new WebhookKey(Optional.of(KEY))).draw(id, 1, now);
    }

    private Map<String, Object> delivery() {
        return truth.withHandle(db -> db.createQuery("SELECT * FROM actionitem.webhook_delivery")
                .mapToMap()
                .one());
    }

    private long attempts() {
        return truth.withHandle(db -> db.createQuery("SELECT count(*) FROM actionitem.webhook_attempt")
                .mapTo(long.class)
                .one());
    }
}
