package dev.hindsight.log;

import java.time.Duration;
import java.util.UUID;

/** Lets a caller read what it has just written: waits until a projection has handled an entry, whichever replica owns it. */
public final class PositionWait {

    private final Progress progress;

    PositionWait(Progress progress) {
        this.progress = progress;
    }

    /** Whether the processor is past the entry now, or gets there in the time given. */
    public boolean await(String processor, UUID eventId, Duration longest) throws InterruptedException {
        return progress.await(processor, eventId, longest);
    }

    /** Whether the processor is past a position now, or gets there in the time given. */
    public boolean await(String processor, long position, Duration longest) throws InterruptedException {
        return progress.await(processor, position, longest);
    }

    /** Whether the processor is past all that is committed now, numbered yet or not, or gets there in the time given. */
    public boolean awaitAll(String processor, Duration longest) throws InterruptedException {
        return progress.awaitAll(processor, longest);
    }
}
