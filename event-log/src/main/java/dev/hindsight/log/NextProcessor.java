package dev.hindsight.log;

import java.util.List;
import java.util.concurrent.ExecutorService;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;

/** A processor that lives as long as a rebuild does, with its threads. */
final class NextProcessor implements AutoCloseable {

    private final PooledStreamingEventProcessor processor;
    private final List<? extends ExecutorService> threads;
    private final Runnable ended;

    NextProcessor(PooledStreamingEventProcessor processor, List<? extends ExecutorService> threads, Runnable ended) {
        this.processor = processor;
        this.threads = threads;
        this.ended = ended;
    }

    void start() {
        processor.start();
    }

    String name() {
        return processor.getName();
    }

    void claimAgain() {
        if (processor.processingStatus().isEmpty()) {
            processor.claimSegment(0);
        }
    }

    @Override
    public void close() {
        processor.shutDown();
        threads.forEach(ExecutorService::shutdownNow);
        ended.run();
    }
}
