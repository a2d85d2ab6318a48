package dev.hindsight.coach.language;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * One word or mark of a sentence, at its place in the text.
 *
 * @param lower as it is compared: small letters, plain apostrophes
 * @param tag its universal part of speech, such as {@code NOUN}
 * @param lemmas what its base form may be
 * @param start in UTF-16 units of the text that was given
 */
public record Word(String text, String lower, String tag, Set<String> lemmas, int start, int end) {

    private static final Set<String> WH_WORDS = Set.of("why", "who", "whom", "which", "what", "how", "when", "where");

    public Word tagged(String other) {
        return new Word(text, lower, other, lemmas, start, end);
    }

    public boolean is(String one) {
        return tag.equals(one);
    }

    public boolean is(String one, String other) {
        return tag.equals(one) || tag.equals(other);
    }

    /** Whether it is a form of one of these words. */
    public boolean isOneOf(Collection<String> words) {
        return words.contains(lower) || !Collections.disjoint(lemmas, words);
    }

    public boolean says(String word) {
        return lower.equals(word);
    }

    boolean isMark() {
        return tag.equals("PUNCT");
    }

    boolean isWhWord() {
        return WH_WORDS.contains(lower);
    }

    boolean isRelative() {
        return says("who") || says("which") || says("that") && is("PRON", "SCONJ");
    }

    public boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }
}
