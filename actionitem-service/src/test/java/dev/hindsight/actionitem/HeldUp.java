package dev.hindsight.actionitem;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.hindsight.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** Holds up what the service writes: as long as this is open, it has begun and does not end. */
public final class HeldUp implements AutoCloseable {

    private static final String WAITING = """
            SELECT EXISTS (SELECT FROM pg_stat_activity
                            WHERE usename = 'actionitem_service' AND wait_event_type = 'Lock')
            """;

    private final TestDatabase database;
    private final Connection holding;

    private HeldUp(TestDatabase database, Connection holding) {
        this.database = database;
        this.holding = holding;
    }

    /** @param lock a statement that locks what is to be written */
    public static HeldUp by(TestDatabase database, String lock) throws SQLException {
        var holding = database.superuser();
        holding.setAutoCommit(false);
        try (var statement = holding.createStatement()) {
            statement.execute(lock);
        }
        return new HeldUp(database, holding);
    }

    /** Until somebody wants to write it. */
    public void awaitWriter() {
        await().atMost(30, SECONDS).until(this::isWaitedFor);
    }

    private boolean isWaitedFor() throws SQLException {
        try (var connection = database.superuser();
                var answer = connection.createStatement().executeQuery(WAITING)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        holding.rollback();
        holding.close();
    }
}
