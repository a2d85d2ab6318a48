package dev.hindsight.log;

import dev.hindsight.log.Failures.Failure;
import java.util.function.LongSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The log as one processor follows it; makes an entry that the processor cannot pass its failure. */
final class ProcessorSource implements StreamableMessageSource<TrackedEventMessage<?>>, Follower {

    private final String processor;
    private final LogEventStore store;
    private final Failures failures;
    private final LongSupplier handled;

    /** @param handled the position of the processor in this replica, 0 while another owns it */
    ProcessorSource(String processor, LogEventStore store, Failures failures, LongSupplier handled) {
        this.processor = processor;
        this.store = store;
        this.failures = failures;
        this.handled = handled;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return store.openStream(token, this);
    }

    @Override
    public long handled() {
        return handled.getAsLong();
    }

    @Override
    public void cannotPass(UnreadableEntryException entry) {
        failures.add(processor, new Failure(entry.position(), entry.eventType(), "unknown event type"));
    }

    @Override
    public TrackingToken createTailToken() {
        return store.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return store.createHeadToken();
    }
}
