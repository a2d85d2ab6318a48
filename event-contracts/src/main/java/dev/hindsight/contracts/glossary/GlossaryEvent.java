package dev.hindsight.contracts.glossary;

import dev.hindsight.contracts.EventType;
import java.util.UUID;

/**
 * Everything that can happen to a term of the glossary.
 *
 * <p>Names and fields are stored for ever: add optional fields, never rename or remove.
 */
public sealed interface GlossaryEvent {

    /** Under this name the entries of terms are stored. */
    String AGGREGATE_TYPE = "glossary-term";

    UUID termId();

    /** @param origin {@code SHIPPED} where a term that comes with the product is taken into the log, to be changed there */
    @EventType("glossary-term-defined")
    record GlossaryTermDefined(UUID termId, TermDefinition definition, TermOrigin origin) implements GlossaryEvent {}

    /** @param definition the whole of it, also what stayed the same */
    @EventType("glossary-term-revised")
    record GlossaryTermRevised(UUID termId, TermDefinition definition, String reason) implements GlossaryEvent {}

    /** The term explains nothing any more, and its spellings are free for another one. */
    @EventType("glossary-term-withdrawn")
    record GlossaryTermWithdrawn(UUID termId, String reason) implements GlossaryEvent {}
}
