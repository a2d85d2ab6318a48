package dev.hindsight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.log.counter.CounterCommand.StartCounter;
import dev.hindsight.log.counter.CounterDatabase;
import dev.hindsight.log.counter.CounterService;
import java.util.UUID;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A service whose role could do more to the log than append does not start, and says which right is too much. */
class LogRightsTest {

    private static final String SENTENCE = "This service will not start: its database role has too many rights: %s."
            + " A service only appends to the log; give it a login role of its own.";
    private static final String ROLES = """
            CREATE ROLE clerk LOGIN PASSWORD 'clerk' IN ROLE counter_service;
            CREATE ROLE helper;
            """;
    private static final String NO_ROLES = """
            DROP OWNED BY clerk, helper;
            DROP ROLE clerk, helper;
            """;

    private static CounterDatabase database;

    @BeforeAll
    static void start() {
        database = new CounterDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void createRoles() {
        asSuperuser(ROLES);
    }

    @AfterEach
    void dropRoles() {
        asSuperuser(NO_ROLES);
    }

    @Test
    void aRoleThatOnlyAppendsPasses() {
        assertThatCode(() -> LogRights.check(loginOf("clerk", "clerk"))).doesNotThrowAnyException();
        assertThatCode(() -> LogRights.check(loginOf(CounterService.LOGIN, CounterService.PASSWORD)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ALTER ROLE clerk SUPERUSER                                  | clerk is a superuser
                    ALTER ROLE clerk BYPASSRLS                                  | clerk passes by row policies
                    GRANT log_owner TO clerk                                    | log_owner owns log.event_entry
                    GRANT log_owner TO clerk WITH INHERIT FALSE, SET TRUE       | log_owner owns log.event_entry
                    GRANT hindsight_migrator TO clerk                           | log_owner owns log.event_entry
                    GRANT UPDATE ON log.event_entry TO clerk                    | clerk may change log.event_entry
                    GRANT DELETE ON log.event_entry TO clerk                    | clerk may change log.event_entry
                    GRANT TRUNCATE ON log.event_entry TO clerk                  | clerk may change log.event_entry
                    GRANT TRIGGER ON log.event_entry TO clerk                   | clerk may change log.event_entry
                    GRANT UPDATE (payload) ON log.event_entry TO clerk          | clerk may change log.event_entry
                    GRANT UPDATE (sequenced_at) ON log.log_position TO clerk    | clerk may change log.log_position
                    GRANT INSERT ON log.log_position TO clerk                   | clerk may change log.log_position
                    GRANT INSERT (global_index) ON log.log_pending TO clerk     | clerk may change log.log_pending
                    GRANT DELETE ON log.log_pending TO clerk                    | clerk may change log.log_pending
                    GRANT UPDATE ON log.numbering TO clerk                      | clerk may change log.numbering
                    GRANT MAINTAIN ON log.event_entry TO clerk                  | clerk may lock log.event_entry
                    GRANT INSERT ON log.event_entry TO clerk                    | clerk may set what only the database may say of an entry
                    GRANT INSERT (appended_by) ON log.event_entry TO clerk      | clerk may set what only the database may say of an entry
                    GRANT DELETE ON log.event_entry TO helper; GRANT helper TO clerk | clerk may change log.event_entry
                    GRANT DELETE ON log.event_entry TO helper; GRANT helper TO clerk WITH INHERIT FALSE, SET TRUE | helper may change log.event_entry
                    ALTER ROLE helper SUPERUSER; GRANT helper TO clerk          | helper is a superuser
                    GRANT pg_write_all_data TO clerk                            | clerk may change log.event_entry
                    """)
    void aRightTooManyIsNamed(String grant, String reason) {
        asSuperuser(grant);

        assertThatIllegalStateException()
                .isThrownBy(() -> LogRights.check(loginOf("clerk", "clerk")))
                .withMessage(SENTENCE, reason);
    }

    @Test
    void theOwnerOfTheSchemaCouldDropIt() {
        asSuperuser("ALTER SCHEMA log OWNER TO clerk");
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> LogRights.check(loginOf("clerk", "clerk")))
                    .withMessage(SENTENCE, "clerk owns the schema log");
        } finally {
            asSuperuser("ALTER SCHEMA log OWNER TO hindsight_migrator");
        }
    }

    @Test
    void aServiceWithSuchARoleStartsNothing() throws Exception {
        asSuperuser("GRANT DELETE ON log.event_entry TO counter_service");
        try (var service = new CounterService(database.url(), "A")) {
            assertThatIllegalStateException()
                    .isThrownBy(service::start)
                    .withMessage(SENTENCE, "counter_service may change log.event_entry");

            assertThatThrownBy(() -> service.send(new StartCounter(UUID.randomUUID())))
                    .as("it takes no command")
                    .isInstanceOf(NoHandlerForCommandException.class);
            assertThat(database.truth().owner()).as("owner of its processor").isEmpty();
        } finally {
            asSuperuser("REVOKE DELETE ON log.event_entry FROM counter_service");
        }
    }

    private static void asSuperuser(String script) {
        database.superuser().useHandle(db -> db.createScript(script).execute());
    }

    private static PGSimpleDataSource loginOf(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
