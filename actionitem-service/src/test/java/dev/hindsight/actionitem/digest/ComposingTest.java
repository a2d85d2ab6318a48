package dev.hindsight.actionitem.digest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.actionitem.Elsewhere;
import dev.hindsight.actionitem.Mailroom;
import dev.hindsight.actionitem.MovableClock;
import dev.hindsight.actionitem.ServiceStack;
import dev.hindsight.actionitem.StartedService;
import dev.hindsight.actionitem.Told;
import dev.hindsight.contracts.actionitem.Reminder;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.policy.TeamPolicy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many compose and send at once, and whatever is lost, nobody is told the same thing twice. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ComposingTest {

    private static final LocalDate MONDAY = LocalDate.of(2031, 12, 1);
    private static final Instant MORNING = Instant.parse("2031-12-01T09:00:00Z");
    private static final String OF_NOTICES = "processor_name = 'notices'";
    private static final int PEOPLE = 5;
    private static final int REPLICAS = 4;

    private final Composing composing;
    private final Sending sending;
    private final MovableClock clock;
    private final Jdbi jdbi;
    private Elsewhere elsewhere;

    ComposingTest(Composing composing, Sending sending, MovableClock clock, Jdbi jdbi) {
        this.composing = composing;
        this.sending = sending;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void start() {
        elsewhere = StartedService.awaitedWithNotices();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void composedByManyAtOnceItIsOneDigestForEachPerson() throws Exception {
        clock.set(MORNING);
        var people = remindedPeople();
        clock.set(MORNING.plusSeconds(180));
        try (var replicas = Executors.newFixedThreadPool(REPLICAS)) {
            var work = new ArrayList<Callable<Void>>();
            for (int replica = 0; replica < REPLICAS; replica++) {
                work.add(() -> {
                    composing.composeAllDue();
                    return null;
                });
            }
            for (var done : replicas.invokeAll(work)) {
                done.get();
            }
        }

        for (var person : people) {
            var digest = person.awaitDigest(1, "DELIVERED", 1);
            assertThat(digest.<List<?>>path("notices")).hasSize(2);
            assertThat(Mailroom.to(person.name())).hasSize(1);
        }
    }

    @Test
    void sentOnceMoreAfterItIsDeliveredItIsNotSent() {
        clock.set(MORNING);
        var person = remindedPeople().getFirst();
        clock.set(MORNING.plusSeconds(180));
        var digest = UUID.fromString(person.awaitDigest(1, "DELIVERED", 1).path("digestId"));

        sending.send(digest);

        assertThat(Mailroom.to(person.name())).hasSize(1);
    }

    /** The tables of an earlier moment are written anew from the log, and what was told stays told. */
    @Test
    void whatWasToldStaysToldWhereAllButTheLogIsLost() {
        clock.set(MORNING);
        var earlier = token();
        var person = remindedPeople().getFirst();
        clock.set(MORNING.plusSeconds(180));
        person.awaitDigest(1, "DELIVERED", 1);

        jdbi.useTransaction(db -> {
            db.execute("DELETE FROM actionitem.notice WHERE recipient = ?", person.subject());
            db.execute("DELETE FROM actionitem.digest WHERE recipient = ?", person.subject());
            db.execute("UPDATE actionitem.token_entry SET token = ?, owner = NULL WHERE " + OF_NOTICES, earlier);
        });
        elsewhere.incident(Visibility.OPEN); // what is recorded next shows that it is lost

        await().atMost(60, SECONDS).until(() -> hasDigest(person));
        person.awaitDigest(1, "DELIVERED", 1);
        await().atMost(20, SECONDS).until(() -> waiting(person) == 0);
        assertThat(Mailroom.to(person.name())).hasSize(1);
    }

    /** One team whose policy cannot be used, and one digest that is in no log. */
    @Test
    void whatFailsKeepsNobodyElseWaiting() {
        clock.set(MORNING);
        var broken = "broken-" + UUID.randomUUID();
        var standard = TeamPolicy.standard();
        elsewhere.teamPolicy(
                broken,
                new TeamPolicy(
                        "Nowhere/Else",
                        standard.workingDays(),
                        standard.remindAt(),
                        standard.quietFrom(),
                        standard.quietTo(),
                        List.of(),
                        null));
        jdbi.useTransaction(db -> {
            db.execute("""
                    INSERT INTO actionitem.notice (
                        event_id, recipient, position, action_item_id, kind, team, decided_at, tell_from, day)
                    VALUES (gen_random_uuid(), '0', 1000000000, gen_random_uuid(), 'OVERDUE', ?, now(), now(), now())
                    """, broken);
            db.execute("""
                    INSERT INTO actionitem.digest (
                        digest_id, recipient, day, notices, message_id, composed_at, state, attempts, next_at, version)
                    VALUES (gen_random_uuid(), ?, now(), 1, '', now(), 'WAITING', 0, now(), 1)
                    """, broken);
        });
        try {
            var person = remindedPeople().getFirst();
            clock.set(MORNING.plusSeconds(180));

            person.awaitDigest(1, "DELIVERED", 1);
        } finally {
            jdbi.useTransaction(db -> {
                db.execute("DELETE FROM actionitem.notice WHERE team = ?", broken);
                db.execute("DELETE FROM actionitem.digest WHERE recipient = ?", broken);
            });
        }
    }

    private List<Told> remindedPeople() {
        var incident = elsewhere.incident(Visibility.OPEN);
        var people = new ArrayList<Told>();
        for (int i = 0; i < PEOPLE; i++) {
            var person = Told.responder(true);
            var item = person.item(incident, "Alert on missed slots", MONDAY);
            person.reminded(item, Reminder.ON_DUE_DAY, 0, MONDAY, MORNING);
            person.reminded(item, Reminder.OVERDUE, 0, MONDAY, MORNING);
            await().atMost(20, SECONDS).until(() -> waiting(person) == 2);
            people.add(person);
        }
        return people;
    }

    private byte[] token() {
        return jdbi.withHandle(db -> db.createQuery("SELECT token FROM actionitem.token_entry WHERE " + OF_NOTICES)
                .mapTo(byte[].class)
                .one());
    }

    private boolean hasDigest(Told person) {
        return jdbi.withHandle(db -> db.createQuery("SELECT count(*) FROM actionitem.digest WHERE recipient = :subject")
                        .bind("subject", person.subject())
                        .mapTo(long.class)
                        .one())
                > 0;
    }

    private long waiting(Told person) {
        return jdbi.withHandle(db -> db.createQuery(
                        "SELECT count(*) FROM actionitem.notice WHERE recipient = :subject AND digest_id IS NULL")
                .bind("subject", person.subject())
                .mapTo(long.class)
                .one());
    }
}
