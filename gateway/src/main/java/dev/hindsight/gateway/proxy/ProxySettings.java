package dev.hindsight.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Where the services are, and how much patience, room and company a request to them gets. */
@ConfigMapping(prefix = "proxy")
interface ProxySettings {

    /** By the service's name, as the routes call it. */
    Map<String, Service> services();

    interface Service {
        URI url();
    }

    @WithDefault("1S")
    Duration connectTimeout();

    @WithDefault("10S")
    Duration responseTimeout();

    @WithDefault("5M")
    Duration importTimeout();

    /** Silence on a connection, in whichever direction, that ends it; a stream sends heartbeats well within it. */
    @WithDefault("60S")
    Duration idleTimeout();

    /** A stream is ended and must be asked for anew, because rights are only checked when it is opened. */
    @WithDefault("15M")
    Duration streamTimeout();

    @WithDefault("1M")
    MemorySize bodyLimit();

    @WithDefault("64M")
    MemorySize importLimit();

    /** A file may have 25M; the rest is for what a form puts around it. */
    @WithDefault("26M")
    MemorySize uploadLimit();

    /** Connections to one service. */
    @WithDefault("64")
    int connections();

    /** Requests to one service that may wait for a connection; one more is refused. */
    @WithDefault("64")
    int queue();
}
