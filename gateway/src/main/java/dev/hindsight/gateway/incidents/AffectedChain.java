package dev.hindsight.gateway.incidents;

import org.jspecify.annotations.Nullable;

/** A chain that an incident touched. */
public record AffectedChain(String name, @Nullable String network) {}
