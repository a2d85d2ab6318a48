package dev.hindsight.actionitem.opening;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hindsight.actionitem.Elsewhere;
import dev.hindsight.actionitem.ReplicaProcess;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.log.schema.Migrator;
import dev.hindsight.testkit.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever becomes of the processes and of their token, each item agreed is opened once. */
class OpenedOnceTest {

    private static final int ITEMS = 600;
    private static final String PASSWORD = "a password for tests";
    private static final String POSITION = """
            SELECT coalesce(log.token_position(token), 0) FROM actionitem.token_entry
             WHERE processor_name = 'action-item-opening'
            """;

    private static final String TAKE =
            "UPDATE actionitem.token_entry SET owner = ? WHERE processor_name = 'action-item-opening'";

    private final List<UUID> agreed = new ArrayList<>();
    private TestDatabase database;
    private Jdbi truth;
    private Elsewhere elsewhere;

    @BeforeEach
    void start() {
        database = TestDatabase.start();
        Migrator.migrate(
                database.url(),
                database.migratorUser(),
                database.migratorPassword(),
                Map.of("actionitem_service", PASSWORD),
                List.of("log", "actionitem"),
                _ -> {});
        truth = Jdbi.create(database.url(), database.superuserName(), database.superuserPassword());
        elsewhere = new Elsewhere(database);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void whenTheProcessThatOpensThemIsKilledAndAnotherTakesOver() throws Exception {
        agree(ITEMS);
        try (var owner = replica("A")) {
            await().atMost(60, SECONDS).until(() -> count("action-item-opened") > 0);
            owner.kill();
            try (var _ = replica("B")) {
                agree(10);
                awaitEachOpenedOnce();
            }
        }
    }

    @Test
    void whenTwoProcessesTakeTheirTurnsFromEachOther() throws Exception {
        try (var _ = replica("A");
                var _ = replica("B")) {
            for (var next : List.of("A", "B", "A", "B", "A")) {
                long before = position();
                agree(50);
                truth.useHandle(db -> db.execute(TAKE, next));
                await().atMost(60, SECONDS).until(() -> position() > before);
            }
            awaitEachOpenedOnce();
        }
    }

    @Test
    void whenItsTokenIsSetBackToTheBeginning() throws Exception {
        try (var _ = replica("A")) {
            agree(30);
            awaitEachOpenedOnce();
            var references = references();

            truth.useHandle(db -> db.execute("UPDATE actionitem.token_entry SET token = NULL, token_type = NULL,"
                    + " owner = NULL WHERE processor_name = 'action-item-opening'"));
            agree(1);

            awaitEachOpenedOnce();
            assertThat(references()).containsAll(references);
        }
    }

    /** As after a restore of the log alone: the names are found again, and none is given twice. */
    @Test
    void whenAllButTheLogIsLost() throws Exception {
        try (var _ = replica("A")) {
            agree(30);
            awaitEachOpenedOnce();
        }
        var references = references();
        truth.useHandle(db -> {
            db.execute("UPDATE actionitem.token_entry SET token = NULL, token_type = NULL, owner = NULL"
                    + " WHERE processor_name = 'action-item-opening'");
            db.execute("TRUNCATE actionitem.action_item_reference, actionitem.reference_counter");
        });

        try (var _ = replica("B")) {
            agree(5);
            awaitEachOpenedOnce();
        }

        assertThat(references()).containsAll(references);
    }

    /** A person may ask for a reference before the opener has found all names again. */
    @Test
    void noReferenceIsGivenTwiceAlthoughTheTablesAreLost() throws Exception {
        try (var _ = replica("A")) {
            agree(12);
            awaitEachOpenedOnce();
        }
        var given = references();
        int year = Integer.parseInt(given.getFirst().substring(3, 7));
        truth.useHandle(db -> db.execute("TRUNCATE actionitem.action_item_reference, actionitem.reference_counter"));
        var lost = new ActionItemReferences(Jdbi.create(database.url(), "actionitem_service", PASSWORD));

        lost.keep(given.getFirst(), agreed.getFirst(), 1L);

        assertThat(given).doesNotContain(lost.take(year, UUID.randomUUID())).hasSize(12);
    }

    @Test
    void noOtherKindOfEntryMayBeAppendedByThisService() {
        var itself = Jdbi.create(database.url(), "actionitem_service", PASSWORD);

        assertThatThrownBy(() -> itself.useHandle(db -> db.execute("""
                        INSERT INTO log.event_entry
                               (event_id, aggregate_type, aggregate_id, sequence, event_type, payload, metadata)
                        VALUES (gen_random_uuid(), 'incident', gen_random_uuid(), 0, 'incident-declared', '{}', '{}')
                        """))).hasMessageContaining("row-level security");
    }

    private ReplicaProcess replica(String node) throws Exception {
        return ReplicaProcess.start(OpeningReplica.class, node, database.url(), PASSWORD);
    }

    private void agree(int items) {
        var postMortem = elsewhere.postMortem(elsewhere.incident(Visibility.OPEN));
        for (int item = 0; item < items; item++) {
            agreed.add(elsewhere
                    .agreed(postMortem, "Item " + item, "ana", LocalDate.of(2026, 5, 1))
                    .actionItemId());
        }
    }

    private void awaitEachOpenedOnce() {
        await().atMost(60, SECONDS).until(() -> position() >= lastAgreement());
        assertThat(opened()).containsExactlyInAnyOrderElementsOf(agreed);
        assertThat(references()).doesNotHaveDuplicates().hasSameSizeAs(agreed);
        assertThat(remembered()).containsExactlyInAnyOrderElementsOf(references());
    }

    private long position() {
        return truth.withHandle(db -> db.createQuery(POSITION).mapTo(long.class).one());
    }

    /** Not a position yet counts as one out of reach. */
    private long lastAgreement() {
        return truth.withHandle(db -> db.createQuery("""
                        SELECT CASE WHEN count(*) = count(position) THEN max(position) ELSE 9223372036854775807 END
                          FROM log.event_entry LEFT JOIN log.log_position USING (global_index)
                         WHERE event_type = 'action-item-agreed'
                        """).mapTo(long.class).one());
    }

    private long count(String type) {
        return truth.withHandle(db -> db.createQuery("SELECT count(*) FROM log.event_entry WHERE event_type = :type")
                .bind("type", type)
                .mapTo(long.class)
                .one());
    }

    private List<UUID> opened() {
        return truth.withHandle(
                db -> db.createQuery("SELECT aggregate_id FROM log.event_entry WHERE event_type = 'action-item-opened'")
                        .mapTo(UUID.class)
                        .list());
    }

    private List<String> references() {
        return truth.withHandle(db -> db.createQuery("""
                        SELECT payload::json ->> 'reference' FROM log.event_entry WHERE event_type = 'action-item-opened'
                        """).mapTo(String.class).list());
    }

    private List<String> remembered() {
        return truth.withHandle(db -> db.createQuery("SELECT reference FROM actionitem.action_item_reference")
                .mapTo(String.class)
                .list());
    }
}
