package dev.hindsight.audit.entries;

import dev.hindsight.log.EventLog;
import dev.hindsight.log.ProcessorProgress;
import java.time.Duration;

/** Knows up to where the log is understood as to who may read it. */
public final class KnownAccess {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int LOOK_MILLIS = 20;

    private final EventLog log;

    public KnownAccess(EventLog log) {
        this.log = log;
    }

    /** The position understood so far; waits a little for one that is asked for. */
    public long upTo(long position) throws InterruptedException {
        var until = System.nanoTime() + LONGEST_WAIT.toNanos();
        long known = now();
        while (known < position && System.nanoTime() < until) {
            Thread.sleep(LOOK_MILLIS);
            known = now();
        }
        return known;
    }

    private long now() {
        return log.progress().stream()
                .filter(processor -> processor.name().equals(IncidentAccessProjection.NAME))
                .mapToLong(ProcessorProgress::position)
                .findFirst()
                .orElse(0);
    }
}
