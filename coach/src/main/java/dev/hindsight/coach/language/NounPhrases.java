package dev.hindsight.coach.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Groups words around their nouns. */
public final class NounPhrases {

    private static final Set<String> INNER = Set.of("DET", "ADJ", "NOUN", "PROPN", "NUM", "SYM", "X");
    private static final Set<String> OWNERS = Set.of("my", "our", "your", "his", "her", "their", "its", "whose");
    private static final Set<String> QUANTITIES = Set.of(
            "one", "two", "three", "some", "none", "most", "many", "all", "any", "each", "both", "several", "few");

    /** No person writes a longer one. */
    private static final int LONGEST = 12;

    private final List<Word> words;

    public NounPhrases(List<Word> words) {
        this.words = words;
    }

    /** The phrase that begins at a word; of "two of the operators", the operators. */
    public @Nullable NounPhrase at(int first) {
        int head = -1;
        int end = first;
        for (int i = first; i < Math.min(words.size(), first + LONGEST) && belongs(i, first, head); i++) {
            if (isHead(i, head)) {
                head = i;
                end = i + 1;
            } else if (head < 0 || words.get(i).is("NUM")) {
                end = i + 1; // an adjective after the noun is no part of it
            }
            if (head >= 0 && words.get(head).is("PRON")) {
                break;
            }
        }
        if (end == first) {
            return null;
        }
        if (head < 0) {
            head = end - 1; // "the injured"
        }
        var whole = isQuantity(head) && end < words.size() && words.get(end).says("of") ? at(end + 1) : null;
        return whole == null ? phrase(first, end - 1, head) : phrase(first, whole.last(), whole.head());
    }

    private boolean isHead(int index, int head) {
        var word = words.get(index);
        return word.is("NOUN", "PROPN")
                || word.is("X")
                || word.is("NUM") && head < 0
                || word.is("PRON") && !OWNERS.contains(word.lower());
    }

    private NounPhrase phrase(int first, int last, int head) {
        return new NounPhrase(first, last, head, List.copyOf(words.subList(first, last + 1)));
    }

    /** All that begin in a stretch of the sentence. */
    List<NounPhrase> between(int from, int to) {
        var all = new ArrayList<NounPhrase>();
        int i = from;
        while (i < to) {
            var phrase = at(i);
            if (phrase == null || phrase.last() >= to) {
                i++;
            } else {
                all.add(phrase);
                i = phrase.last() + 1;
            }
        }
        return all;
    }

    private boolean belongs(int index, int first, int head) {
        var word = words.get(index);
        if (index > first && head >= 0 && (word.is("DET") || startsOwner(index))) {
            return false;
        }
        return INNER.contains(word.tag()) && !isTime(word)
                || word.is("PRON") && (head < 0) && !word.isWhWord()
                || word.says("'s") && word.is("PART")
                || word.is("VERB") && index > first && isModifier(index, head)
                || word.is("ADV") && index > first && head < 0 && nextIs(index, "ADJ");
    }

    /** "21:14" at the head of a line belongs to nobody. */
    private static boolean isTime(Word word) {
        return word.is("NUM") && word.lower().indexOf(':') > 0;
    }

    /** "the failed node": a form of a verb between an article and a noun. */
    private boolean isModifier(int index, int head) {
        return head < 0 && (nextIs(index, "NOUN") || nextIs(index, "PROPN"));
    }

    private boolean startsOwner(int index) {
        return words.get(index).is("PRON");
    }

    private boolean nextIs(int index, String tag) {
        return index + 1 < words.size() && words.get(index + 1).is(tag);
    }

    private boolean isQuantity(int head) {
        return words.get(head).is("NUM") || QUANTITIES.contains(words.get(head).lower());
    }
}
