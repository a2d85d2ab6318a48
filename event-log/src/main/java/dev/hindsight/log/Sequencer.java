package dev.hindsight.log;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Gives committed entries their positions. Every replica runs one; the database lets one at a time through. */
public final class Sequencer extends Repeating {

    private static final int POLL_MILLIS = 100;
    private static final int BUSY = -1;

    private final DataSource database;
    private final long pauseMillis;
    private final Semaphore wakeUps = new Semaphore(0);

    /** @param pauseMillis least time between two passes: gathers entries under load, costs nothing on an idle log */
    Sequencer(DataSource database, long pauseMillis) {
        super("sequencer");
        this.database = database;
        this.pauseMillis = pauseMillis;
    }

    /** To be called after commit; many calls make one pass. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    @Override
    void once() throws Exception {
        var woken = wakeUps.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
        wakeUps.drainPermits();
        int numbered = pass();
        if (numbered > 0 || (numbered == BUSY && woken)) {
            Thread.sleep(pauseMillis);
            wake(); // a pass that was running may not have seen the entry that woke us
        }
    }

    private int pass() throws SQLException {
        try (var connection = database.getConnection();
                var call = connection.prepareStatement("SELECT log.number_pending()");
                var result = call.executeQuery()) {
            result.next();
            return result.getInt(1);
        }
    }
}
