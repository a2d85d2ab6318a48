package dev.hindsight.actionitem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.log.schema.Migrator;
import dev.hindsight.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What became of messages before each attempt was kept, and before it was told that nothing was left of one. */
class MessagesUpgradeTest {

    private static final String DIGEST = """
            INSERT INTO actionitem.digest (
                digest_id, recipient, day, notices, message_id, composed_at, state, attempts, answer, version)
            VALUES (gen_random_uuid(), ?, now(), 1, '', now(), ?, 1, ?, 2)
            """;
    private static final String DELIVERY = """
            INSERT INTO actionitem.webhook_delivery (
                delivery_id, webhook_id, position, event_id, event_type, aggregate_type, aggregate_id, recorded_at, state,
                first_attempt_at)
            VALUES (gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), ?, 'incident', gen_random_uuid(), now(), ?,
                    ?::timestamptz)
            """;

    @Test
    void theyShowAsTheyWouldToday() {
        try (var database = TestDatabase.start()) {
            Migrator.migrate(
                    database.url(),
                    database.migratorUser(),
                    database.migratorPassword(),
                    Map.of(),
                    List.of("log"),
                    _ -> {});
            Upgrade.to("8", database);
            var jdbi = Jdbi.create(database::superuser);
            jdbi.useHandle(db -> {
                db.execute(DIGEST, "told", "DELIVERED", "250 Ok");
                db.execute(DIGEST, "overtaken", "DELIVERED", null);
                db.execute(DIGEST, "refused", "FAILED", null);
                db.execute(DELIVERY, "told", "DELIVERED", "2026-03-01T12:00:00Z");
                db.execute(DELIVERY, "withheld", "WITHHELD", "2026-03-01T12:00:00Z");
                db.execute(DELIVERY, "not tried", "PENDING", null);
            });

            Upgrade.to("9", database);

            assertThat(pairs(jdbi, "SELECT recipient, state FROM actionitem.digest"))
                    .isEqualTo(Map.of("told", "DELIVERED", "overtaken", "NOTHING_LEFT", "refused", "FAILED"));
            assertThat(pairs(jdbi, "SELECT event_type, tellable::text FROM actionitem.webhook_delivery"))
                    .isEqualTo(Map.of("told", "true", "withheld", "false", "not tried", "false"));
        }
    }

    private static Map<String, String> pairs(Jdbi jdbi, String sql) {
        return jdbi
                .withHandle(db -> db.createQuery(sql)
                        .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                        .list())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
