package dev.hindsight.log.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The migrations of one schema: {@code db/migration/<schema>} on the classpath, their history in the schema itself. */
final class Migrations {

    private Migrations() {}

    static Flyway of(String schema, DataSource database) {
        return settings(schema).dataSource(database).load();
    }

    static Flyway of(String schema, String url, String user, String password) {
        return settings(schema).dataSource(url, user, password).load();
    }

    private static FluentConfiguration settings(String schema) {
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/migration/" + schema)
                .failOnMissingLocations(true)
                .ignoreMigrationPatterns(new String[0])
                .cleanDisabled(true);
    }
}
