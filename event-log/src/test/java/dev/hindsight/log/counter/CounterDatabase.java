package dev.hindsight.log.counter;

import dev.hindsight.log.schema.Migrator;
import dev.hindsight.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** A real PostgreSQL with the schemas of the log and of the counters, and each party's view of it. */
public final class CounterDatabase implements AutoCloseable {

    private final TestDatabase postgres = TestDatabase.start();

    public CounterDatabase() {
        migrate();
    }

    public void migrate() {
        Migrator.migrate(
                postgres.url(),
                postgres.migratorUser(),
                postgres.migratorPassword(),
                Map.of(CounterService.LOGIN, CounterService.PASSWORD),
                List.of("log", "counter"),
                _ -> {});
    }

    public TestDatabase postgres() {
        return postgres;
    }

    public String url() {
        return postgres.url();
    }

    public Jdbi superuser() {
        return Jdbi.create(url(), postgres.superuserName(), postgres.superuserPassword());
    }

    public Jdbi migrator() {
        return Jdbi.create(url(), postgres.migratorUser(), postgres.migratorPassword());
    }

    public Jdbi service() {
        return Jdbi.create(url(), CounterService.LOGIN, CounterService.PASSWORD);
    }

    public Truth truth() {
        return new Truth(superuser());
    }

    @Override
    public void close() {
        postgres.close();
    }
}
