package dev.hindsight.log.counter;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds up whoever comes by until it is opened, and knows that somebody came. */
public final class Gate implements AutoCloseable {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    static Gate open() {
        var gate = new Gate();
        gate.close();
        return gate;
    }

    void pass() throws InterruptedException {
        reached.countDown();
        opened.await();
    }

    public boolean awaitSomebody() throws InterruptedException {
        return reached.await(20, TimeUnit.SECONDS);
    }

    /** Lets everybody through. */
    @Override
    public void close() {
        opened.countDown();
    }
}
