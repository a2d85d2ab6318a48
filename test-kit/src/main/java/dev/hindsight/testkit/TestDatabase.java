package dev.hindsight.testkit;

import dev.hindsight.localstack.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A PostgreSQL server of its own with the empty database {@code hindsight}, as durable as the real one; closing it
 * deletes it.
 */
public final class TestDatabase implements AutoCloseable {

    private final Path home;
    private final Infrastructure infrastructure;

    private TestDatabase(Path home, Infrastructure infrastructure) {
        this.home = home;
        this.infrastructure = infrastructure;
    }

    public static TestDatabase start() {
        return Unchecked.get(() -> {
            var home = TestHomes.fresh("database");
            return new TestDatabase(home, Infrastructure.database(TestHomes.checkout(), home));
        });
    }

    /** Another view of the database of a {@link TestStack}, which closes it. */
    static TestDatabase of(Path home, Infrastructure infrastructure) {
        return new TestDatabase(home, infrastructure);
    }

    /** The JDBC address of the database {@code hindsight}. */
    public String url() {
        return url("hindsight");
    }

    public String url(String database) {
        return infrastructure.databaseUrl(database);
    }

    public int port() {
        return infrastructure.databasePort();
    }

    public String superuserName() {
        return infrastructure.superuser();
    }

    public String superuserPassword() {
        return Unchecked.get(infrastructure::superuserPassword);
    }

    public String migratorUser() {
        return infrastructure.migratorUser();
    }

    public String migratorPassword() {
        return Unchecked.get(() -> infrastructure.secret("HINDSIGHT_MIGRATOR_DB_PASSWORD"));
    }

    public Connection superuser() throws SQLException {
        return connect(superuserName(), superuserPassword());
    }

    public Connection migrator() throws SQLException {
        return connect(migratorUser(), migratorPassword());
    }

    public Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(url(), user, password);
    }

    /** The process number of the server, for tests that freeze it. */
    public long process() {
        return Unchecked.get(infrastructure::databaseProcess).orElseThrow();
    }

    /** Stops the server in order. */
    public void stop() {
        Unchecked.run(infrastructure::stopDatabase);
    }

    /** Kills the server and all its processes, as {@code kill -9} does. */
    public void kill() {
        Unchecked.run(infrastructure::killDatabase);
    }

    /** Starts the server again on the same port and data, whichever way it ended. */
    public void startAgain() {
        Unchecked.run(infrastructure::startDatabase);
    }

    public void restart() {
        stop();
        startAgain();
    }

    @Override
    public void close() {
        try {
            infrastructure.close();
            Infrastructure.discard(TestHomes.checkout(), home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
