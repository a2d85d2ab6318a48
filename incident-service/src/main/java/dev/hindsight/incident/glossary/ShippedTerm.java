package dev.hindsight.incident.glossary;

import dev.hindsight.contracts.glossary.TermDefinition;
import java.util.List;
import java.util.UUID;

/**
 * A term that comes with the product.
 *
 * @param id stays with it from release to release, whatever its wording
 */
public record ShippedTerm(
        UUID id, String term, List<String> spellings, String technicalDefinition, String plainDefinition) {

    public TermDefinition definition() {
        return new TermDefinition(term, spellings, technicalDefinition, plainDefinition);
    }
}
