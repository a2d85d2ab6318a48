package dev.hindsight.audit.setup;

import dev.hindsight.audit.sealing.Sealer;
import dev.hindsight.audit.sealing.Sealing;
import dev.hindsight.audit.sealing.SignedCheckpoint;
import dev.hindsight.audit.verification.Verification;
import dev.hindsight.audit.verification.VerificationReport;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** Shows the seal and its verification as gauges, which Quarkus registers when the service starts. */
@Singleton
class SealMetrics implements MeterBinder {

    private final Sealer sealer;
    private final Sealing sealing;
    private final Verification verification;
    private final Clock clock;

    SealMetrics(Sealer sealer, Sealing sealing, Verification verification, Clock clock) {
        this.sealer = sealer;
        this.sealing = sealing;
        this.verification = verification;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "hindsight.seal.position", "last position under a checkpoint", SignedCheckpoint::size);
        gauge(registry, "hindsight.seal.checkpoint.age", "seconds since the last checkpoint", this::age);
        Gauge.builder("hindsight.seal.refused", sealing, it -> it.refusal().isPresent() ? 1 : 0)
                .description("1 while nothing is signed, as the database is not what was signed")
                .register(registry);
        Gauge.builder(
                        "hindsight.verification.findings",
                        verification,
                        it -> it.last().map(VerificationReport::found).orElse(0L))
                .description("what the last verification found altered or missing")
                .register(registry);
    }

    private double age(SignedCheckpoint checkpoint) {
        return Duration.between(checkpoint.signedAt(), clock.instant()).toMillis() / 1000.0;
    }

    private void gauge(
            MeterRegistry registry, String name, String description, ToDoubleFunction<SignedCheckpoint> value) {
        Gauge.builder(
                        name,
                        sealer,
                        it -> it.published().map(value::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .register(registry);
    }
}
