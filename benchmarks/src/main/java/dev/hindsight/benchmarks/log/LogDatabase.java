package dev.hindsight.benchmarks.log;

import dev.hindsight.log.schema.Migrator;
import dev.hindsight.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;

/** A PostgreSQL of its own with the schemas of the log and of incident-service, as the migrator makes them. */
final class LogDatabase implements AutoCloseable {

    static final String LOGIN = "incident_service";
    static final String PASSWORD = "benchmark";

    private final TestDatabase postgres = TestDatabase.start();

    LogDatabase() {
        Migrator.migrate(
                postgres.url(),
                postgres.migratorUser(),
                postgres.migratorPassword(),
                Map.of(LOGIN, PASSWORD),
                List.of("log", "incident"),
                _ -> {});
        execute("CREATE SCHEMA benchmark; GRANT USAGE ON SCHEMA benchmark TO incident_service");
    }

    String url() {
        return postgres.url();
    }

    int port() {
        return postgres.port();
    }

    Jdbi superuser() {
        return Jdbi.create(postgres.url(), postgres.superuserName(), postgres.superuserPassword());
    }

    void execute(String sql) {
        superuser().useHandle(db -> db.execute(sql));
    }

    long number(String sql) {
        return superuser()
                .withHandle(db -> db.createQuery(sql).mapTo(long.class).one());
    }

    String text(String sql) {
        return superuser()
                .withHandle(db -> db.createQuery(sql).mapTo(String.class).one());
    }

    /** A session reports its figures when it ends, a little after its client has left. */
    void awaitEndOfSessions() {
        while (number("SELECT count(*) FROM pg_stat_activity WHERE usename = 'incident_service'") > 0) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Settings that only a start reads come into force. */
    void restart() {
        postgres.restart();
    }

    @Override
    public void close() {
        postgres.close();
    }
}
