package dev.hindsight.incident.rest;

import dev.hindsight.contracts.glossary.TermOrigin;
import dev.hindsight.folds.glossary.Span;
import dev.hindsight.folds.glossary.TechnicalWord;
import dev.hindsight.folds.glossary.TermFinder.Found;
import dev.hindsight.folds.glossary.TermFinder.Reading;
import dev.hindsight.incident.glossary.GlossaryEntry;
import java.util.List;
import java.util.UUID;

/**
 * What the glossary says of a text.
 *
 * @param terms in the order in which they first appear
 * @param unexplained words that look technical and are in no term
 */
public record ExplainedText(List<ExplainedTerm> terms, List<TechnicalWord> unexplained) {

    public record ExplainedTerm(
            UUID termId,
            String term,
            String plainDefinition,
            String technicalDefinition,
            TermOrigin origin,
            List<Span> spans) {}

    static ExplainedText of(Reading<GlossaryEntry> reading) {
        return new ExplainedText(
                reading.terms().stream().map(ExplainedText::explained).toList(), reading.unexplained());
    }

    private static ExplainedTerm explained(Found<GlossaryEntry> found) {
        var entry = found.term();
        return new ExplainedTerm(
                entry.termId(),
                entry.term(),
                entry.plainDefinition(),
                entry.technicalDefinition(),
                entry.origin(),
                found.spans());
    }
}
