package dev.hindsight.actionitem.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.actionitem.Upgrade;
import dev.hindsight.log.schema.Migrator;
import dev.hindsight.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a replica of the version before still holds when the tables of the list are emptied. */
class OverviewUpgradeTest {

    private static final String POSITION =
            "UPDATE actionitem.token_entry SET token = '\\x01', token_type = 'a position'";
    private static final String OF_THE_LIST = " WHERE processor_name = 'action-item-overview'";

    @Test
    void anOldReplicaDoesNotWriteItsPositionBack() {
        try (var database = TestDatabase.start()) {
            Migrator.migrate(
                    database.url(),
                    database.migratorUser(),
                    database.migratorPassword(),
                    Map.of(),
                    List.of("log"),
                    _ -> {});
            Upgrade.to("7", database);
            var jdbi = Jdbi.create(database::superuser);
            jdbi.useHandle(
                    db -> db.execute(POSITION + ", owner = 'old', updated_at = '2026-03-01T12:00:00Z'" + OF_THE_LIST));

            Upgrade.to("8", database);

            int written = jdbi.withHandle(db -> db.execute(POSITION + OF_THE_LIST + " AND owner = 'old'"));
            assertThat(written).isZero();
            boolean begins = jdbi.withHandle(
                    db -> db.createQuery("SELECT token IS NULL FROM actionitem.token_entry" + OF_THE_LIST)
                            .mapTo(boolean.class)
                            .one());
            assertThat(begins).isTrue();
        }
    }
}
