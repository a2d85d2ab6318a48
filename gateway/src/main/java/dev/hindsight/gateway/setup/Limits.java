package dev.hindsight.gateway.setup;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How much of a backend one request may use, and for how long. */
@ConfigMapping(prefix = "hindsight.limits")
public interface Limits {

    /** Connections to one backend at a time. */
    int connections();

    /** Requests that may wait for a connection to one backend. */
    int waiting();

    Duration connect();

    /** The longest silence of a backend. */
    Duration answer();

    /** The longest silence of a backend that works through an import or keeps a stream open. */
    Duration longAnswer();

    MemorySize body();

    MemorySize importBody();
}
