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

    private final List<Word> words;

    public NounPhrases(List<Word> words) {
        this.words = words;
    }

    /** The phrase that begins at a word; of "two of the operators", the operators. */
    public @Nullable NounPhrase at(int first) {
        int head = -1;
        int i = first;
        while (i < words.size() && belongs(i, first, head)) {
            if (words.get(i).is("NOUN", "PROPN")
                    || words.get(i).is("PRON", "NUM")
                    || words.get(i).is("X")) {
                head = OWNERS.contains(words.get(i).lower()) ? head : i;
            }
            i++;
            if (head >= 0 && words.get(head).is("PRON")) {
                break;
            }
        }
        if (head < 0) {
            head = i - 1; // "the injured", or "all"
        }
        if (i == first) {
            return null;
        }
        var whole = isQuantity(head) && i < words.size() && words.get(i).says("of") ? at(i + 1) : null;
        return whole != null ? whole : new NounPhrase(first, i - 1, head, List.copyOf(words.subList(first, i)));
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
        return INNER.contains(word.tag())
                || word.is("PRON") && (head < 0) && !word.isWhWord()
                || word.says("'s") && word.is("PART")
                || word.is("VERB") && index > first && isModifier(index, head)
                || word.is("ADV") && index > first && head < 0 && nextIs(index, "ADJ");
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
