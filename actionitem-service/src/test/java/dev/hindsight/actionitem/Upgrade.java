package dev.hindsight.actionitem;

import dev.hindsight.testkit.TestDatabase;
import org.flywaydb.core.Flyway;

/** Brings the schema of this service to an earlier version first, and then to a later one. */
public final class Upgrade {

    private Upgrade() {}

    public static void to(String version, TestDatabase database) {
        Flyway.configure()
                .dataSource(database.url(), database.migratorUser(), database.migratorPassword())
                .schemas("actionitem")
                .defaultSchema("actionitem")
                .locations("classpath:db/migration/actionitem")
                .target(version)
                .load()
                .migrate();
    }
}
