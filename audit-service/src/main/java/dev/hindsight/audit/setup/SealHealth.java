package dev.hindsight.audit.setup;

import dev.hindsight.audit.sealing.Sealer;
import dev.hindsight.audit.sealing.Sealing;
import dev.hindsight.audit.verification.Verification;
import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Shows that the log is no longer sealed, or is not what was sealed; reads of the log go on all the same. */
@Wellness
class SealHealth implements HealthCheck {

    private final Sealer sealer;
    private final Sealing sealing;
    private final Verification verification;

    SealHealth(Sealer sealer, Sealing sealing, Verification verification) {
        this.sealer = sealer;
        this.sealing = sealing;
        this.verification = verification;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("seal").up();
        sealer.published().ifPresent(checkpoint -> response.withData("sealed", checkpoint.size()));
        sealing.refusal().ifPresent(reason -> response.down().withData("refusal", reason));
        verification
                .finding()
                .ifPresent(finding -> response.down()
                        .withData("position", finding.position())
                        .withData("finding", finding.kind().name()));
        return response.build();
    }
}
