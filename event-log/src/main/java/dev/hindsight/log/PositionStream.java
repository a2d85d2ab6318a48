package dev.hindsight.log;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log from one position on, without gaps; asks the database only when the head has moved. An entry that
 * cannot be read ends it: with an exception, but not before the follower has handled all that it was given. The pooled
 * processor forgets what it has queued when its stream throws, so it would never get to the entries before.
 */
final class PositionStream implements BlockingStream<TrackedEventMessage<?>> {

    private final LogReader reader;
    private final HeadWatcher head;
    private final Follower follower;
    private final long start;
    private final Queue<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private long position;
    private @Nullable UnreadableEntryException unreadable;
    private Runnable callback = () -> {};

    PositionStream(LogReader reader, HeadWatcher head, long start, Follower follower) {
        this.reader = reader;
        this.head = head;
        this.start = start;
        this.position = start;
        this.follower = follower;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.ofNullable(page.peek()) : Optional.empty();
    }

    /**
     * Never waits longer than asked; the pooled processor asks with 0 and relies on the callback.
     *
     * @throws UnreadableEntryException if all before it is handled
     */
    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (page.isEmpty() && unreadable == null && head.awaitBeyond(position, unit.toMillis(timeout))) {
            read();
        }
        if (page.isEmpty() && unreadable != null && Math.max(start, follower.handled()) >= position) {
            follower.cannotPass(unreadable);
            throw unreadable;
        }
        return !page.isEmpty();
    }

    private void read() {
        var next = reader.after(position);
        for (var event : next.events()) {
            page.add(event);
            position = event.trackingToken().position().orElseThrow();
        }
        unreadable = next.unreadable();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (page.isEmpty()) {
            hasNextAvailable(1, TimeUnit.SECONDS);
        }
        return page.remove();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        head.remove(this.callback);
        this.callback = callback;
        head.add(callback);
        return true;
    }

    @Override
    public void close() {
        head.remove(callback);
    }
}
