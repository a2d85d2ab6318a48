package dev.hindsight.actionitem.digest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.actionitem.Elsewhere;
import dev.hindsight.actionitem.HeldUp;
import dev.hindsight.actionitem.ReplicaProcess;
import dev.hindsight.actionitem.ServiceStack;
import dev.hindsight.actionitem.Told;
import dev.hindsight.actionitem.digest.AttendedMailServer.Answer;
import dev.hindsight.actionitem.opening.ActionItemOpening;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemReminded;
import dev.hindsight.contracts.actionitem.Reminder;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.logkit.OtherServices;
import dev.hindsight.logkit.ServiceEnvironment;
import dev.hindsight.testkit.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between the moment when a mail server has a message and that when this is recorded, the process that sends it is killed. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class KilledWhileMailingTest {

    private static final LocalDate MONDAY = LocalDate.of(2031, 12, 1);
    private static final Instant MORNING = Instant.parse("2031-12-01T09:00:00Z");

    private final String realm;
    private final String secret;
    private TestDatabase database;
    private String password;
    private AttendedMailServer mail;

    KilledWhileMailingTest(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
            @ConfigProperty(name = "hindsight.directory.secret") String secret) {
        this.realm = realm;
        this.secret = secret;
    }

    @BeforeEach
    void start() throws IOException {
        database = TestDatabase.start();
        password = ServiceEnvironment.migrated(database, "actionitem").get("quarkus.datasource.password");
        mail = AttendedMailServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        mail.close();
        database.close();
    }

    /** First before it hears that the message is taken, then when it has heard that and records it. */
    @Test
    void theMessageComesOnceMoreUnderItsIdAndIsRecordedOnce() throws Exception {
        remind(Told.responder(true));

        runUntilKilled((_, replica) -> replica.kill());
        runUntilKilled((answer, replica) -> {
            try (var heldUp = HeldUp.by(database, "LOCK TABLE log.event_entry IN SHARE MODE")) {
                answer.tell();
                heldUp.awaitWriter();
                replica.kill();
            }
        });
        try (var _ = replica()) {
            await().atMost(60, SECONDS).until(() -> recorded("digest-delivered") > 0);
        }

        assertThat(mail.taken()).hasSize(3).containsOnly(mail.taken().getFirst());
        assertThat(recorded("digest-composed")).isEqualTo(1);
        assertThat(recorded("digest-delivered")).isEqualTo(1);
        assertThat(recorded("digest-delivery-failed")).isZero();
    }

    /** What happens to the replica that has sent a message. */
    @FunctionalInterface
    private interface LastMoment {

        void comes(Answer answer, ReplicaProcess replica) throws Exception;
    }

    private void runUntilKilled(LastMoment moment) throws Exception {
        var started = new CompletableFuture<ReplicaProcess>();
        var over = mail.next(answer -> moment.comes(answer, started.get()));
        try (var replica = replica()) {
            started.complete(replica);
            over.get(60, SECONDS);
        }
    }

    private ReplicaProcess replica() throws IOException {
        return ReplicaProcess.start(
                DigestReplica.class,
                "A",
                database.url(),
                password,
                MORNING.plusSeconds(180).toString(),
                realm,
                secret,
                Integer.toString(mail.port()));
    }

    private void remind(Told person) {
        var item = UUID.randomUUID();
        var incident = new Elsewhere(database).incident(Visibility.OPEN);
        OtherServices.append(
                database,
                ActionItemEvent.AGGREGATE_TYPE,
                item,
                ActionItemOpening.ITSELF.subject(),
                new ActionItemOpened(
                        item,
                        "AI-2031-0001",
                        "Alert on missed slots",
                        null,
                        List.of(incident),
                        "chain-core",
                        person.subject(),
                        MONDAY,
                        null,
                        ActionItemStatus.ACCEPTED,
                        null,
                        null),
                new ActionItemReminded(
                        item, Reminder.ON_DUE_DAY, 0, MONDAY, MORNING, MORNING, List.of(person.subject())));
    }

    private long recorded(String type) {
        return Jdbi.create(database::superuser)
                .withHandle(db -> db.createQuery("SELECT count(*) FROM log.event_entry WHERE event_type = :type")
                        .bind("type", type)
                        .mapTo(long.class)
                        .one());
    }
}
