package dev.hindsight.gateway.incidents;

import org.jspecify.annotations.Nullable;

/** The published record that an incident was loaded from. */
public record ImportedFrom(
        String recordId,
        @Nullable String sourceReference,
        @Nullable String sourceUrl,
        @Nullable String sourceLicence,
        @Nullable String organisation,
        @Nullable String category) {}
