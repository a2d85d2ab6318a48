package dev.hindsight.log.schema;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hindsight.log.counter.CounterDatabase;
import dev.hindsight.log.counter.CounterService;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A service on a schema of another version does not start, and says what to do about it. */
class SchemaCheckTest {

    private static final String HISTORY = "counter.flyway_schema_history";

    private static CounterDatabase database;

    @BeforeAll
    static void start() {
        database = new CounterDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void schemasOfItsOwnVersionPass() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ALTER SCHEMA counter RENAME TO gone | ALTER SCHEMA gone RENAME TO counter \
                        | is not there: run ./hindsight migrate
                    DELETE FROM %1$s | INSERT INTO %1$s SELECT * FROM public.kept \
                        | is older than the service (version 1): run ./hindsight migrate
                    UPDATE %1$s SET success = false | UPDATE %1$s SET success = true \
                        | was left by a migration that failed (version 1): see what ./hindsight migrate says
                    UPDATE %1$s SET checksum = checksum + 1 | UPDATE %1$s SET checksum = checksum - 1 \
                        | was made by other migrations than the service knows (version 1): start the release that it was migrated for
                    INSERT INTO %1$s SELECT 9, '2', 'later', type, 'V2__later.sql', 1, installed_by, installed_on, 1, true FROM public.kept WHERE version = '1' \
                        | DELETE FROM %1$s WHERE version = '2' \
                        | is newer than the service (version 2): start the release that it was migrated for
                    """)
    void anotherVersionIsRefusedWithWhatToDo(String change, String undo, String problem) {
        asSuperuser("CREATE TABLE public.kept AS SELECT * FROM " + HISTORY);
        asSuperuser(change.formatted(HISTORY));
        try {
            assertThatIllegalStateException()
                    .isThrownBy(this::check)
                    .withMessage("This service will not start: the schema counter %s.", problem);
        } finally {
            asSuperuser(undo.formatted(HISTORY));
            asSuperuser("DROP TABLE public.kept");
        }
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void aVersionThatItMayNotReadIsRefused() {
        asSuperuser("REVOKE SELECT ON %s FROM counter_service".formatted(HISTORY));
        try {
            assertThatIllegalStateException()
                    .isThrownBy(this::check)
                    .withMessage("This service will not start: the schema counter has no version that it can read.");
        } finally {
            asSuperuser("GRANT SELECT ON %s TO counter_service".formatted(HISTORY));
        }
    }

    @Test
    void aLogThatNumbersNothingIsRefusedUntilItIsMigrated() {
        asSuperuser("DELETE FROM log.numbering");

        assertThatIllegalStateException()
                .isThrownBy(this::check)
                .withMessage("This service will not start: the schema log lacks the row of log.numbering,"
                        + " without which no entry gets a position: run ./hindsight migrate.");

        database.migrate();
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private static void asSuperuser(String statement) {
        database.superuser().useHandle(db -> db.execute(statement));
    }

    private void check() {
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(CounterService.LOGIN);
        source.setPassword(CounterService.PASSWORD);
        SchemaCheck.check(source, List.of("log", "counter"));
    }
}
