package dev.hindsight.contracts.glossary;

import java.util.List;

/**
 * What a term means and how it is written.
 *
 * @param spellings other ways to write it that count as the term: aliases, abbreviations, irregular plurals
 * @param technicalDefinition for those who work with it
 * @param plainDefinition for everyone else, without jargon
 */
public record TermDefinition(String term, List<String> spellings, String technicalDefinition, String plainDefinition) {}
