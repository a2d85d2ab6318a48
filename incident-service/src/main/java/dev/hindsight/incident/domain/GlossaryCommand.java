package dev.hindsight.incident.domain;

import dev.hindsight.contracts.glossary.TermDefinition;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What people may ask of a term of the glossary. */
public sealed interface GlossaryCommand {

    /** @param taken which of its spellings are another term's */
    record DefineTerm(@TargetAggregateIdentifier UUID termId, TermDefinition definition, List<TakenSpelling> taken)
            implements GlossaryCommand {}

    /** Takes a term that comes with the product into the log, where it can be changed. */
    record TakeOverShippedTerm(@TargetAggregateIdentifier UUID termId, TermDefinition definition)
            implements GlossaryCommand {}

    /** @param taken which of its spellings are another term's */
    record ReviseTerm(
            @TargetAggregateIdentifier UUID termId, TermDefinition definition, String reason, List<TakenSpelling> taken)
            implements GlossaryCommand {}

    record WithdrawTerm(@TargetAggregateIdentifier UUID termId, String reason) implements GlossaryCommand {}

    /** A spelling, in the form in which spellings are compared, and the term that has it. */
    record TakenSpelling(String spelling, UUID termId, String term) {}
}
