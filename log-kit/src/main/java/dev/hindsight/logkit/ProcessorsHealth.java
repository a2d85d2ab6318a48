package dev.hindsight.logkit;

import dev.hindsight.log.EventLog;
import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Shows a projection that stands still; no reason to take the service out, whose commands and detail views go on. */
@Wellness
class ProcessorsHealth implements HealthCheck {

    private final EventLog log;

    ProcessorsHealth(EventLog log) {
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("projections").up();
        for (var processor : log.progress()) {
            response.withData(processor.name(), "%d of %d".formatted(processor.position(), processor.head()));
            if (processor.failing()) {
                response.down().withData(processor.name() + " fails", String.valueOf(processor.error()));
            }
        }
        return response.build();
    }
}
