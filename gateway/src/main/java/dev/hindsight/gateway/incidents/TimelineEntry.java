package dev.hindsight.gateway.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happened, with everything that it was once said to be. */
public record TimelineEntry(
        String entryId,
        String kind,
        String text,
        Moment occurredAt,
        @Nullable String source,
        @Nullable ChainPosition chainPosition,
        @Nullable Instant recordedAt,
        @Nullable List<String> warnings,
        List<Correction> corrections,
        @Nullable List<Dispute> disputes,
        @Nullable Retraction retraction) {

    /** A correction beside what it was corrected to: the next one's "before", or what the entry says today. */
    public record Corrected(Correction correction, Statement after) {}

    public TimelineEntry {
        warnings = warnings == null ? List.of() : warnings;
        corrections = corrections == null ? List.of() : corrections;
        disputes = disputes == null ? List.of() : disputes;
    }

    /** Whether there is more to say than what happened when, and who says so. */
    public boolean details() {
        return chainPosition != null || occurredAt.statedAs() != null;
    }

    public List<Corrected> corrected() {
        List<Corrected> all = new ArrayList<>();
        for (var i = 0; i < corrections.size(); i++) {
            var after = i + 1 < corrections.size() ? corrections.get(i + 1).before() : now();
            all.add(new Corrected(corrections.get(i), after));
        }
        return all;
    }

    private Statement now() {
        return new Statement(kind, text, occurredAt, source, chainPosition);
    }
}
