package dev.hindsight.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows the head of the log: told by NOTIFY, and asks by itself when told nothing, so a lost one costs 100 ms. */
public final class HeadWatcher extends Repeating {

    private static final Logger LOG = LoggerFactory.getLogger(HeadWatcher.class);
    private static final int POLL_MILLIS = 100;

    private final DataSource database;
    private final LogReader reader;
    private final Set<Runnable> callbacks = ConcurrentHashMap.newKeySet();
    private long head;

    HeadWatcher(DataSource database, LogReader reader) {
        super("head-watcher");
        this.database = database;
        this.reader = reader;
    }

    /** Listens on one connection of its own until that breaks or the watcher is closed. */
    @Override
    void once() throws SQLException {
        try (var connection = database.getConnection()) {
            try (var listen = connection.createStatement()) {
                listen.execute("LISTEN log_head");
            }
            movedTo(reader.head());
            while (running()) {
                movedTo(nextHead(connection));
            }
        }
    }

    private long nextHead(Connection connection) throws SQLException {
        var told = notifications(connection);
        return told == null || told.length == 0 ? reader.head() : Long.parseLong(told[told.length - 1].getParameter());
    }

    private static PGNotification @Nullable [] notifications(Connection connection) throws SQLException {
        try {
            return connection.unwrap(PGConnection.class).getNotifications(POLL_MILLIS);
        } catch (SQLException e) {
            showToPool(connection, e);
            throw e;
        }
    }

    /** A pool sees only what goes through its own wrapper: without this it would lend the broken connection again. */
    private static void showToPool(Connection broken, SQLException failure) {
        try (var statement = broken.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void movedTo(long position) {
        synchronized (this) {
            if (position <= head) {
                return;
            }
            head = position;
            notifyAll();
        }
        LOG.trace("head {}", position);
        callbacks.forEach(Runnable::run);
    }

    /** Whether the head is beyond a position now, or gets there in time. */
    synchronized boolean awaitBeyond(long position, long millis) throws InterruptedException {
        if (head <= position && millis > 0) {
            wait(millis);
        }
        return head > position;
    }

    synchronized long head() {
        return head;
    }

    void add(Runnable callback) {
        callbacks.add(callback);
    }

    void remove(Runnable callback) {
        callbacks.remove(callback);
    }
}
