package dev.hindsight.coach.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the verbs of a sentence, each with its auxiliaries: "should never have been started". */
final class Verbs {

    /** "had to", "ought to". */
    private static final String OBLIGATION = "OBLIGATION";

    private static final Set<String> BE = Set.of("be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m");
    private static final Set<String> HAVE = Set.of("have", "has", "had", "having", "'ve");
    private static final Set<String> DO = Set.of("do", "does", "did");
    private static final Set<String> MODALS = Set.of(
            "should", "could", "would", "might", "must", "may", "can", "ca", "will", "wo", "shall", "ought", "'ll");
    private static final Set<String> NEGATIONS = Set.of("not", "n't", "never");
    private static final Set<String> BEFORE_A_NOUN = Set.of("DET", "NUM", "ADJ");

    private final List<Word> words;
    private final NounPhrases phrases;
    private final Lemmas lemmas;

    Verbs(List<Word> words, NounPhrases phrases, Lemmas lemmas) {
        this.words = words;
        this.phrases = phrases;
        this.lemmas = lemmas;
    }

    /** A verb found; {@code inverted} is the subject that stands between auxiliary and verb. */
    record Found(
            int first,
            int main,
            List<String> modals,
            List<Word> adverbs,
            boolean negated,
            boolean perfect,
            boolean passive,
            @Nullable NounPhrase inverted) {}

    List<Found> all() {
        var all = new ArrayList<Found>();
        for (int i = 0; i < words.size(); i++) {
            if (startsVerb(i)) {
                var found = read(i);
                all.add(found);
                i = found.main();
            }
        }
        return all;
    }

    boolean startsVerb(int index) {
        return isAuxiliary(index)
                || isVerb(index) && !NEGATIONS.contains(words.get(index).lower());
    }

    private Found read(int first) {
        var auxiliaries = new ArrayList<Word>();
        var adverbs = new ArrayList<Word>();
        var negated = false;
        NounPhrase inverted = null;
        int main = -1;
        int i = first;
        while (i < words.size() && main < 0) {
            var word = words.get(i);
            if (isAuxiliary(i)) {
                auxiliaries.add(takesTo(word, i) ? word.tagged(OBLIGATION) : word);
                i += takesTo(word, i) ? 2 : 1;
            } else if (NEGATIONS.contains(word.lower())) {
                negated = true;
                adverbs.add(word);
                i++;
            } else if (isMainVerb(i, auxiliaries, word)) {
                main = i;
            } else if (isFirstOfCompound(i, auxiliaries)) {
                i++;
            } else if (word.is("ADV")) {
                adverbs.add(word);
                i++;
            } else {
                var between = inverted == null && auxiliaries.size() == 1 && startsClause(first) ? phrases.at(i) : null;
                if (between == null || !verbFollows(between.last() + 1)) {
                    break;
                }
                inverted = between;
                i = between.last() + 1;
            }
        }
        if (main < 0) {
            main = lastIndexOf(auxiliaries.removeLast(), first);
            inverted = null;
        }
        return found(first, main, auxiliaries, adverbs, negated, inverted);
    }

    private Found found(
            int first,
            int main,
            List<Word> auxiliaries,
            List<Word> adverbs,
            boolean negated,
            @Nullable NounPhrase inverted) {
        var verb = words.get(main);
        var passive = !auxiliaries.isEmpty()
                && isForm(auxiliaries.getLast(), BE)
                && !verb.lower().endsWith("ing");
        var perfect = auxiliaries.stream()
                .filter(word -> !word.is(OBLIGATION))
                .anyMatch(word -> HAVE.contains(word.lower()) || word.says("'d") || word.says("of"));
        var modals = auxiliaries.stream()
                .map(word -> word.is(OBLIGATION) && !word.says("ought") ? "must" : word.lower())
                .filter(word -> !HAVE.contains(word) && !word.equals("did") && !BE.contains(word))
                .toList();
        return new Found(first, main, modals, List.copyOf(adverbs), negated, perfect, passive, inverted);
    }

    private boolean isAuxiliary(int index) {
        var word = words.get(index);
        if (word.says("'s") || word.says("'d")) {
            return word.is("AUX");
        }
        return (word.is("AUX", "VERB") || word.says("ought"))
                && (BE.contains(word.lower())
                        || HAVE.contains(word.lower())
                        || DO.contains(word.lower())
                        || MODALS.contains(word.lower()));
    }

    private boolean isVerb(int index) {
        return words.get(index).is("VERB") && !isLikeAnAdjective(index);
    }

    /** "three failed probes". */
    private boolean isLikeAnAdjective(int index) {
        return index > 0
                && index + 1 < words.size()
                && BEFORE_A_NOUN.contains(words.get(index - 1).tag())
                && words.get(index + 1).is("NOUN", "PROPN")
                && (lemmas.isParticiple(words.get(index).lower())
                        || words.get(index).lower().endsWith("ing"));
    }

    /** After auxiliaries a participle is the verb, whatever it was taken for. */
    private boolean isMainVerb(int index, List<Word> auxiliaries, Word word) {
        if (isVerb(index)) {
            return true;
        }
        if (auxiliaries.isEmpty() || word.is("ADV")) {
            return false;
        }
        var last = auxiliaries.getLast();
        return HAVE.contains(last.lower()) && lemmas.isParticiple(word.lower()) && !word.is("DET")
                || MODALS.contains(last.lower()) && word.is("NOUN", "X");
    }

    /** "should have load tested". */
    private boolean isFirstOfCompound(int index, List<Word> auxiliaries) {
        return !auxiliaries.isEmpty()
                && HAVE.contains(auxiliaries.getLast().lower())
                && words.get(index).is("NOUN")
                && index + 1 < words.size()
                && words.get(index + 1).is("VERB")
                && lemmas.isParticiple(words.get(index + 1).lower());
    }

    private boolean verbFollows(int index) {
        int i = index;
        while (i < words.size()
                && (words.get(i).is("ADV") || NEGATIONS.contains(words.get(i).lower()))) {
            i++;
        }
        return i < words.size()
                && (startsVerb(i) || lemmas.isParticiple(words.get(i).lower()));
    }

    private boolean takesTo(Word word, int index) {
        return (word.says("ought") || HAVE.contains(word.lower()))
                && index + 1 < words.size()
                && words.get(index + 1).says("to")
                && words.get(index + 1).is("PART");
    }

    private boolean startsClause(int index) {
        if (index == 0) {
            return true;
        }
        var before = words.get(index - 1);
        return before.isMark()
                || before.is("CCONJ", "SCONJ")
                || before.is("INTJ")
                || before.isWhWord()
                || index == 1 && before.is("ADV", "NUM");
    }

    private int lastIndexOf(Word word, int from) {
        int i = from;
        while (words.get(i).start() != word.start()) {
            i++;
        }
        return i;
    }

    private static boolean isForm(Word word, Set<String> forms) {
        return forms.contains(word.lower()) || word.says("'s");
    }
}
