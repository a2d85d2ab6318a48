package dev.hindsight.gateway.incidents;

import org.jspecify.annotations.Nullable;

/**
 * Another reading of a timeline entry.
 *
 * @param settlement null while it stands
 */
public record Dispute(
        String otherReading,
        @Nullable String source,
        @Nullable Settlement settlement) {

    /** How a dispute ended. */
    public record Settlement(String outcome) {}
}
