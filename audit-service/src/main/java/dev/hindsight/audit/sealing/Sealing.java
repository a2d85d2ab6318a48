package dev.hindsight.audit.sealing;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the log again and again, whatever goes wrong, until it is closed. */
public final class Sealing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final int PAUSE_MILLIS = 200;

    private final Sealer sealer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sealing").factory());
    private volatile @Nullable String refusal;
    private @Nullable String lastFailure;

    public Sealing(Sealer sealer) {
        this.sealer = sealer;
    }

    /** @throws IllegalStateException with one sentence if what the database holds is not what was signed */
    public void start() {
        try {
            sealer.pass();
        } catch (SealRefusedException e) {
            throw new IllegalStateException("This service will not start: " + e.getMessage());
        } catch (RuntimeException e) {
            tell(e.toString()); // tried again below, and checked again before anything is signed
        }
        thread.scheduleWithFixedDelay(this::sealAll, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Why nothing is signed any more, in one sentence; empty while all is well. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    private void sealAll() {
        try {
            while (sealer.pass() && !thread.isShutdown()) {
                lastFailure = null;
            }
            lastFailure = null;
            refusal = null;
        } catch (SealRefusedException e) {
            tell(e.getMessage());
            refusal = e.getMessage();
        } catch (RuntimeException e) {
            tell(e.toString());
        }
    }

    /** Once for each row of equal failures. */
    private void tell(@Nullable String failure) {
        if (failure != null && !failure.equals(lastFailure) && !thread.isShutdown()) {
            LOG.error("The log is not sealed: {}", failure);
        }
        lastFailure = failure;
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
