package dev.hindsight.audit.verification;

import dev.hindsight.audit.sealing.Sealer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies all that is sealed at the start and then again and again, a page at a time with pauses, so that it takes
 * little of the database.
 */
public final class Verification implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final int PAUSE_MILLIS = 50;

    private final Jdbi jdbi;
    private final Sealer sealer;
    private final Clock clock;
    private final Duration every;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("verification").factory());
    private @Nullable VerificationPass pass;
    private volatile @Nullable VerificationReport current;
    private volatile @Nullable VerificationReport last;

    /** @param every rest between two passes */
    public Verification(Jdbi jdbi, Sealer sealer, Clock clock, Duration every) {
        this.jdbi = jdbi;
        this.sealer = sealer;
        this.clock = clock;
        this.every = every;
    }

    public void start() {
        next(Duration.ZERO);
    }

    /** The pass under way. */
    public Optional<VerificationReport> current() {
        return Optional.ofNullable(current);
    }

    /** The last pass that came to its end. */
    public Optional<VerificationReport> last() {
        return Optional.ofNullable(last);
    }

    /** The first finding of the pass under way, else of the last one. */
    public Optional<Finding> finding() {
        return current().or(this::last).stream()
                .flatMap(report -> report.findings().stream())
                .findFirst()
                .or(() -> last().stream()
                        .flatMap(report -> report.findings().stream())
                        .findFirst());
    }

    private void next(Duration pause) {
        if (!thread.isShutdown()) {
            thread.schedule(this::step, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void step() {
        var pause = Duration.ofMillis(PAUSE_MILLIS);
        try {
            pause = stepOf(pass);
        } catch (RuntimeException e) {
            LOG.warn("The verification of the log goes on after {}", e.toString());
            pass = null;
            pause = Duration.ofSeconds(1);
        }
        next(pause);
    }

    private Duration stepOf(@Nullable VerificationPass underWay) {
        if (underWay == null) {
            sealer.published().ifPresent(checkpoint -> pass = new VerificationPass(jdbi, checkpoint, clock.instant()));
            return Duration.ofMillis(PAUSE_MILLIS);
        }
        underWay.next();
        if (!underWay.isDone()) {
            current = underWay.report(null);
            return Duration.ofMillis(PAUSE_MILLIS);
        }
        var report = underWay.report(clock.instant());
        tell(report);
        last = report;
        current = null;
        pass = null;
        return every;
    }

    private static void tell(VerificationReport report) {
        if (report.findings().isEmpty()) {
            LOG.info("The log is verified up to position {}", report.upTo());
        } else {
            LOG.error("The log is not what was sealed: {}", report.findings());
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
