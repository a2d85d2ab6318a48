package dev.hindsight.folds.glossary;

/**
 * What the spelling of a term is compared with: a word, or what looks like code as a whole.
 *
 * @param start in UTF-16 units
 * @param end exclusive
 * @param folded without regard to capitals
 * @param gap what is seen between it and the word before: nothing for blanks, a line break or a hyphen, so that
 *     {@code smart-contract} and {@code smart contract} are the same
 */
record Word(int start, int end, String folded, String gap) {

    /** How it goes on after the word before. */
    String step() {
        return gap + folded;
    }
}
