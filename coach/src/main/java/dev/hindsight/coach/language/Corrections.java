package dev.hindsight.coach.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts right what the tagger takes certain words for; it was taught with other texts than reports of outages. */
final class Corrections {

    private static final Set<String> AUXILIARIES =
            Set.of("should", "could", "would", "was", "were", "is", "are", "did", "does", "'ve", "has", "been");
    private static final Set<String> PRONOUNS = Set.of(
            "i",
            "you",
            "he",
            "she",
            "we",
            "they",
            "me",
            "him",
            "them",
            "us",
            "whoever",
            "someone",
            "somebody",
            "nobody",
            "everyone",
            "everybody",
            "anyone",
            "anybody");
    private static final Set<String> MISTAKEN_NAMES = Set.of("ADJ", "ADV", "NOUN", "X", "VERB", "INTJ");

    private Corrections() {}

    static List<Word> of(List<Word> words) {
        var corrected = new ArrayList<Word>();
        for (int i = 0; i < words.size(); i++) {
            corrected.add(words.get(i).tagged(tag(words, i)));
        }
        return List.copyOf(corrected);
    }

    private static String tag(List<Word> words, int index) {
        var word = words.get(index);
        if (word.says("n't") || word.says("not")) {
            return "PART";
        }
        if (AUXILIARIES.contains(word.lower())) {
            return "AUX";
        }
        if (PRONOUNS.contains(word.lower())) {
            return "PRON";
        }
        if (word.is("PUNCT") && Character.isLetter(word.text().codePointAt(0))) {
            return "NOUN"; // "on-call"
        }
        if (word.is("X") && index > 0 && words.get(index - 1).says("to")) {
            return "VERB";
        }
        return isName(words, index) ? "PROPN" : word.tag();
    }

    /** A capital letter inside a sentence that is not written in capitals throughout. */
    private static boolean isName(List<Word> words, int index) {
        return index > 0
                && MISTAKEN_NAMES.contains(words.get(index).tag())
                && isWrittenLikeAName(words.get(index).text())
                && isSmall(words.get(index - 1))
                && (index + 1 == words.size() || !words.get(index + 1).isCapitalised());
    }

    private static boolean isWrittenLikeAName(String text) {
        return text.length() > 1
                && Character.isUpperCase(text.charAt(0))
                && text.chars().skip(1).allMatch(Character::isLowerCase);
    }

    private static boolean isSmall(Word word) {
        return Character.isLowerCase(word.text().codePointAt(0));
    }
}
