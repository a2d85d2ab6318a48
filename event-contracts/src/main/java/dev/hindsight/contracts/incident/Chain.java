package dev.hindsight.contracts.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A blockchain that an incident affects, with the client software in use. */
public record Chain(String name, @Nullable String network, List<ClientVersion> clients) {

    /** A client program and its version, such as {@code geth v1.10.8}. */
    public record ClientVersion(String name, @Nullable String version) {}
}
