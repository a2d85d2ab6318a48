package dev.hindsight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.log.counter.CounterDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whatever the code of a service does. */
class AppendOnlyTest {

    private static final String INSERT = """
            INSERT INTO log.event_entry (event_id, aggregate_type, aggregate_id, sequence, event_type, payload, metadata)
            VALUES (gen_random_uuid(), '%s', gen_random_uuid(), 0, 'counter-started', '{}', '{}')
            """;

    private static CounterDatabase database;

    @BeforeAll
    static void start() {
        database = new CounterDatabase();
        database.service().useHandle(db -> db.execute(INSERT.formatted("counter")));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE log.event_entry SET payload = '{}'",
                "DELETE FROM log.event_entry",
                "TRUNCATE log.event_entry",
                "DO $$ BEGIN LOCK log.event_entry IN EXCLUSIVE MODE; END $$",
                "INSERT INTO log.event_entry (appended_by) VALUES ('somebody else')",
                "INSERT INTO log.event_entry (appended_at) VALUES ('2001-01-01')",
                "INSERT INTO log.event_entry (global_index) OVERRIDING SYSTEM VALUE VALUES (1)",
                "INSERT INTO log.log_position VALUES (1, 1, now())",
                "UPDATE log.log_position SET sequenced_at = now()",
                "DELETE FROM log.log_position",
                "TRUNCATE log.log_position",
                "SELECT count(*) FROM log.log_pending",
                "INSERT INTO log.log_pending VALUES (99)",
                "DELETE FROM log.log_pending",
                "SELECT FROM log.numbering FOR UPDATE",
                "DELETE FROM log.numbering",
                "SELECT log.add_pending()",
                "ALTER TABLE log.event_entry DISABLE TRIGGER ALL",
                "DROP TABLE log.event_entry",
                "CREATE TABLE log.mine ()",
                "CREATE TABLE counter.mine ()",
                "SET ROLE log_owner",
                "SET session_replication_role = replica"
            })
    void aServiceCanOnlyAppend(String statement) {
        assertThatThrownBy(() -> database.service().useHandle(db -> db.execute(statement)))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void aServiceAppendsOnlyItsOwnAggregateTypes() {
        assertThatThrownBy(() -> database.service().useHandle(db -> db.execute(INSERT.formatted("gauge"))))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET ROLE log_owner", "SET session_replication_role = replica"})
    void notEvenTheOwnerOrAReplicaChangesAnEntry(String first) {
        for (var change : new String[] {
            "UPDATE log.event_entry SET payload = '{}'",
            "DELETE FROM log.event_entry",
            "TRUNCATE log.event_entry",
            "UPDATE log.log_position SET sequenced_at = now()",
            "DELETE FROM log.log_position",
            "TRUNCATE log.log_position"
        }) {
            assertThatThrownBy(() -> database.superuser().useHandle(db -> {
                        db.execute(first);
                        db.execute(change);
                    }))
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void theDatabaseSignsForTheService() {
        var by = database.superuser()
                .withHandle(db -> db.createQuery("SELECT DISTINCT appended_by FROM log.event_entry")
                        .mapTo(String.class)
                        .one());

        assertThat(by).isEqualTo("counter_service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPEATABLE READ", "SERIALIZABLE"})
    void numbersOnlyWhereEachStatementSeesTheLatest(String isolation) {
        assertThatThrownBy(() -> database.service().useHandle(db -> {
                    db.execute("BEGIN ISOLATION LEVEL " + isolation);
                    db.execute("SELECT log.number_pending()");
                }))
                .rootCause()
                .hasMessageContaining("READ COMMITTED");
    }
}
