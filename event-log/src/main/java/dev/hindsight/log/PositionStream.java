package dev.hindsight.log;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Follows the log from one position on, without gaps; asks the database only when the head has moved. */
final class PositionStream implements BlockingStream<TrackedEventMessage<?>> {

    private final LogReader reader;
    private final HeadWatcher head;
    private final Consumer<UnreadableEntryException> unreadable;
    private final Queue<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private long position;
    private Runnable callback = () -> {};

    PositionStream(LogReader reader, HeadWatcher head, long position, Consumer<UnreadableEntryException> unreadable) {
        this.reader = reader;
        this.head = head;
        this.position = position;
        this.unreadable = unreadable;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.ofNullable(page.peek()) : Optional.empty();
    }

    /** Never waits longer than asked; the pooled processor asks with 0 and relies on the callback. */
    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (page.isEmpty() && head.awaitBeyond(position, unit.toMillis(timeout))) {
            page.addAll(read());
            for (var event : page) {
                position = event.trackingToken().position().orElseThrow();
            }
        }
        return !page.isEmpty();
    }

    private List<TrackedEventMessage<?>> read() {
        try {
            return reader.after(position);
        } catch (UnreadableEntryException e) {
            unreadable.accept(e);
            throw e;
        }
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
