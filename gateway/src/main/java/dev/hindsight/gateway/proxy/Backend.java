package dev.hindsight.gateway.proxy;

import java.net.URI;

/** A service behind the gateway: its name for logs, and where it listens. */
public record Backend(String name, URI address) {}
