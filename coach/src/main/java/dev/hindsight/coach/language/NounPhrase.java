package dev.hindsight.coach.language;

import java.util.List;

/**
 * Words around one noun or pronoun, such as "the wrong table".
 *
 * @param first of its words in the sentence
 * @param last inclusive
 * @param head the noun that the others belong to
 */
public record NounPhrase(int first, int last, int head, List<Word> words) {

    public Word headWord() {
        return words.get(head - first);
    }

    public boolean isPlural() {
        var word = headWord().lower();
        return word.endsWith("s") && !word.endsWith("ss");
    }
}
