package dev.hindsight.log;

import java.time.Duration;

/**
 * How one replica of a service works on the log.
 *
 * @param schema schema of the service's tokens and projections
 * @param node name of this process, unique among all replicas
 * @param claimTimeout after this time without a sign of life another replica takes over a processor
 * @param sequencerPause least time between two passes of the sequencer: gathers entries under load
 * @param retryPause longest time between two tries of a processor that fails
 */
public record EventLogSettings(
        String schema, String node, Duration claimTimeout, Duration sequencerPause, Duration retryPause) {

    public EventLogSettings {
        if (!schema.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Not the name of a schema: " + schema);
        }
    }

    public static EventLogSettings of(String schema, String node) {
        return new EventLogSettings(schema, node, Duration.ofSeconds(10), Duration.ofMillis(2), Duration.ofSeconds(5));
    }

    public EventLogSettings withClaimTimeout(Duration timeout) {
        return new EventLogSettings(schema, node, timeout, sequencerPause, retryPause);
    }

    public EventLogSettings withRetryPause(Duration pause) {
        return new EventLogSettings(schema, node, claimTimeout, sequencerPause, pause);
    }
}
