package dev.hindsight.log.schema;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.ValidateResult;
import org.jdbi.v3.core.Jdbi;

/** Keeps a service from running on schemas of another version than its own, or on a log that cannot go on. */
public final class SchemaCheck {

    private static final String LOG = "log";
    private static final String NO_NUMBERING =
            "lacks the row of log.numbering, without which no entry gets a position: run ./hindsight migrate";

    private SchemaCheck() {}

    /**
     * Compares what is installed with what is on the classpath; needs the right to read
     * {@code <schema>.flyway_schema_history}. Of the log, entries must be numbered as well.
     *
     * @throws IllegalStateException if they differ, or cannot be compared, or no entry could be numbered
     */
    public static void check(DataSource database, List<String> schemas) {
        for (var schema : schemas) {
            difference(database, schema).ifPresent(difference -> {
                throw new IllegalStateException(refusal(schema, difference));
            });
        }
        if (schemas.contains(LOG) && !canNumber(database)) {
            throw new IllegalStateException(refusal(LOG, NO_NUMBERING));
        }
    }

    private static boolean canNumber(DataSource database) {
        return Jdbi.create(database)
                .withHandle(db -> db.createQuery("SELECT log.can_number()")
                        .mapTo(boolean.class)
                        .one());
    }

    private static Optional<String> difference(DataSource database, String schema) {
        try {
            var result = Migrations.of(schema, database).validateWithResult();
            return result.validationSuccessful ? Optional.empty() : Optional.of(difference(result));
        } catch (FlywayException e) {
            throw new IllegalStateException(refusal(schema, "has no version that it can read"), e);
        }
    }

    private static String refusal(String schema, String difference) {
        return "This service will not start: the schema %s %s.".formatted(schema, difference);
    }

    /** The first difference tells: migrations are compared in the order of their versions. */
    private static String difference(ValidateResult result) {
        var first = result.invalidMigrations.isEmpty() ? null : result.invalidMigrations.getFirst();
        return first == null
                ? difference(result.errorDetails, "")
                : difference(first.errorDetails, " (version %s)".formatted(first.version));
    }

    private static String difference(ErrorDetails details, String version) {
        return switch (details.errorCode) {
            case CoreErrorCode.SCHEMA_DOES_NOT_EXIST -> "is not there: run ./hindsight migrate";
            case CoreErrorCode.RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED ->
                "is older than the service%s: run ./hindsight migrate".formatted(version);
            case CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED ->
                "is newer than the service%s: start the release that it was migrated for".formatted(version);
            case CoreErrorCode.FAILED_VERSIONED_MIGRATION ->
                "was left by a migration that failed%s: see what ./hindsight migrate says".formatted(version);
            default ->
                "was made by other migrations than the service knows%s: start the release that it was migrated for"
                        .formatted(version);
        };
    }
}
