package dev.hindsight.gateway.incidents;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The published record that an incident was loaded from.
 *
 * @param sourceCoverage how much of it the record has taken over, such as {@code partial}
 * @param timeNotes what it says about its clocks and zones
 */
public record ImportedFrom(
        String recordId,
        @Nullable UUID postMortemId,
        @Nullable String sourceReference,
        @Nullable String sourceUrl,
        @Nullable String sourceLicence,
        @Nullable String sourceCoverage,
        @Nullable String organisation,
        @Nullable String category,
        @Nullable String assessmentBasis,
        @Nullable List<String> timeNotes) {

    public ImportedFrom {
        timeNotes = timeNotes == null ? List.of() : timeNotes;
    }
}
