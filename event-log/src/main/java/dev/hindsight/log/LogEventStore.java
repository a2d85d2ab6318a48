package dev.hindsight.log;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** The event store of Axon on our log: appends wake the sequencer, streams follow the positions it gives. */
public final class LogEventStore extends AbstractEventStore {

    /** Is done with an event once it has taken it from the stream. */
    private static final Follower ANYBODY = new Follower() {
        @Override
        public long handled() {
            return Long.MAX_VALUE;
        }

        @Override
        public void cannotPass(UnreadableEntryException entry) {}
    };

    private final TransactionSynchronizationRegistry jta;
    private final Runnable wakeSequencer;
    private final LogReader reader;
    private final HeadWatcher head;

    LogEventStore(
            LogEngine engine,
            TransactionSynchronizationRegistry jta,
            Runnable wakeSequencer,
            LogReader reader,
            HeadWatcher head) {
        super(new Builder().storageEngine(engine));
        this.jta = jta;
        this.wakeSequencer = wakeSequencer;
        this.reader = reader;
        this.head = head;
    }

    /**
     * Wakes after the JTA commit, which in a joined transaction comes later than Axon's own afterCommit; at once if the
     * engine had a transaction of its own.
     */
    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        super.prepareCommit(events);
        if (jta.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            wakeSequencer.run();
        } else {
            wakeAfterCommit();
        }
    }

    private void wakeAfterCommit() {
        jta.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    wakeSequencer.run();
                }
            }
        });
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return openStream(token, ANYBODY);
    }

    BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token, Follower follower) {
        return new PositionStream(
                reader, head, token == null ? 0 : token.position().orElseThrow(), follower);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head());
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
