package dev.hindsight.log;

import java.time.Duration;

/** Tells when something new is in the log; any number of threads may wait. */
public final class LogArrivals {

    private final HeadWatcher head;

    LogArrivals(HeadWatcher head) {
        this.head = head;
    }

    /** Whether an entry has a position beyond this one, now or within the time given. */
    public boolean awaitBeyond(long position, Duration longest) throws InterruptedException {
        return head.awaitBeyond(position, longest.toMillis());
    }

    /** The last position that this replica has heard of. */
    public long head() {
        return head.head();
    }
}
