package dev.hindsight.log.schema;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/** Keeps a service from running on schemas of another version than its own. */
public final class SchemaCheck {

    private SchemaCheck() {}

    /**
     * Compares what is installed with what is on the classpath; needs the right to read
     * {@code <schema>.flyway_schema_history}.
     *
     * @throws IllegalStateException if they differ
     */
    public static void check(DataSource database, List<String> schemas) {
        for (var schema : schemas) {
            try {
                Migrations.of(schema, database).validate();
            } catch (FlywayException e) {
                throw new IllegalStateException(
                        "This service will not start: the schema " + schema
                                + " is not of the version that it needs: run ./hindsight migrate",
                        e);
            }
        }
    }
}
