package dev.hindsight.log.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The migrations of one schema: {@code db/migration/<schema>} on the classpath, their history in the schema itself. */
final class Migrations {

    private Migrations() {}

    static Flyway of(String schema, DataSource database) {
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(database)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/migration/" + schema)
                .failOnMissingLocations(true)
                .ignoreMigrationPatterns(new String[0])
                .cleanDisabled(true)
                .load();
    }
}
