package dev.hindsight.incident.glossary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.hindsight.contracts.glossary.TermDefinition;
import dev.hindsight.contracts.glossary.TermOrigin;
import dev.hindsight.folds.glossary.Spellings;
import java.util.List;
import java.util.UUID;

/**
 * One row of the glossary.
 *
 * @param version how many events of the term the row includes; 0 for a term as it is shipped
 * @param position the log position of the last of them
 */
public record GlossaryEntry(
        UUID termId,
        String term,
        List<String> spellings,
        String technicalDefinition,
        String plainDefinition,
        TermOrigin origin,
        @JsonIgnore boolean withdrawn,
        long version,
        @JsonIgnore long position) {

    static GlossaryEntry shipped(ShippedTerm term) {
        return new GlossaryEntry(
                term.id(),
                term.term(),
                term.spellings(),
                term.technicalDefinition(),
                term.plainDefinition(),
                TermOrigin.SHIPPED,
                false,
                0,
                0);
    }

    TermDefinition definition() {
        return new TermDefinition(term, spellings, technicalDefinition, plainDefinition);
    }

    /** What lists are sorted by. */
    @JsonIgnore
    public String order() {
        return Spellings.order(term);
    }
}
