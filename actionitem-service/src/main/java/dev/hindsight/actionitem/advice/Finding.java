package dev.hindsight.actionitem.advice;

/**
 * One thing that could be better, and why.
 *
 * @param rule why it was found
 * @param found what was looked at, such as a word of the title
 * @param reason what is better done, in words
 */
public record Finding(Rule rule, String found, String reason) {

    /** What is looked at. */
    public enum Rule {
        NO_VERB_FIRST,
        VAGUE,
        NO_DONE_WHEN,
        NO_FACTOR,
        DUE_BEYOND_POLICY,
        ONLY_REMEMBERED
    }
}
