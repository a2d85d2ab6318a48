package dev.hindsight.gateway.setup;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the services listen, as the gateway reaches them. */
@ConfigMapping(prefix = "hindsight.backends")
public interface Backends {

    URI incidentServiceUrl();
}
