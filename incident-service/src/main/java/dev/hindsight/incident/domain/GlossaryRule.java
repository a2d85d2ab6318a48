package dev.hindsight.incident.domain;

import dev.hindsight.kit.problem.ProblemType;

/** The rules a term of the glossary can break, each a problem that clients may rely on. */
public enum GlossaryRule implements ProblemType {
    SPELLING_TAKEN(
            409,
            "A spelling belongs to another term already",
            "Revise the term that the detail names, or leave the spelling out; capitals, hyphens and plurals are no"
                    + " difference."),
    TERM_WITHDRAWN(
            409, "The term was withdrawn", "A withdrawn term stays as it was; define it anew, its spellings are free."),
    TERM_UNCHANGED(409, "The term says this already", "Read the term; a revision changes something of it.");

    private final Meaning meaning;

    GlossaryRule(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
