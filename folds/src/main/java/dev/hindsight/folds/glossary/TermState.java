package dev.hindsight.folds.glossary;

import dev.hindsight.contracts.glossary.TermDefinition;
import dev.hindsight.contracts.glossary.TermOrigin;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One term as it stood after some number of its events.
 *
 * @param origin of the definition in force
 * @param withdrawn null while the term explains something
 * @param definitions all there were, oldest first; the last one is in force unless the term is withdrawn
 * @param version how many of its events this state includes; 0 for a term as it is shipped, which has none
 */
public record TermState(
        UUID termId,
        String term,
        List<String> spellings,
        String technicalDefinition,
        String plainDefinition,
        TermOrigin origin,
        @Nullable Withdrawal withdrawn,
        List<Definition> definitions,
        long version) {

    /**
     * What a term meant from some version on.
     *
     * @param version the first that it was in force
     * @param reason why the one before it was not left as it was
     * @param recordedAt null where it is part of the product and not of the log
     */
    public record Definition(
            long version,
            String term,
            List<String> spellings,
            String technicalDefinition,
            String plainDefinition,
            TermOrigin origin,
            @Nullable String reason,
            @Nullable Instant recordedAt,
            @Nullable String recordedBy) {}

    public record Withdrawal(
            String reason, Instant recordedAt, @Nullable String recordedBy) {}

    /** A term that comes with the product and that nobody has changed. */
    public static TermState shipped(UUID termId, TermDefinition definition) {
        return of(termId, List.of(definition(0, definition, TermOrigin.SHIPPED, null, null, null)), null, 0);
    }

    static TermState of(UUID termId, List<Definition> definitions, @Nullable Withdrawal withdrawn, long version) {
        var last = definitions.getLast();
        return new TermState(
                termId,
                last.term(),
                last.spellings(),
                last.technicalDefinition(),
                last.plainDefinition(),
                last.origin(),
                withdrawn,
                List.copyOf(definitions),
                version);
    }

    static Definition definition(
            long version,
            TermDefinition definition,
            TermOrigin origin,
            @Nullable String reason,
            @Nullable Instant recordedAt,
            @Nullable String recordedBy) {
        return new Definition(
                version,
                definition.term(),
                definition.spellings(),
                definition.technicalDefinition(),
                definition.plainDefinition(),
                origin,
                reason,
                recordedAt,
                recordedBy);
    }
}
