package dev.hindsight.coach.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the clauses of a sentence: each verb with its subject, its object and what introduces it. */
final class Clauses {

    private static final Set<String> PARTICLES = Set.of("down", "up", "out", "off", "through", "over");
    private static final Set<String> INTRODUCTIONS =
            Set.of("if", "unless", "because", "since", "until", "while", "when", "before", "after", "whether", "that");

    private final List<Word> words;
    private final NounPhrases phrases;
    private final List<Verbs.Found> verbs;

    Clauses(List<Word> words, Lemmas lemmas) {
        this.words = words;
        phrases = new NounPhrases(words);
        verbs = new Verbs(words, phrases, lemmas).all();
    }

    List<Clause> all() {
        var subjects = new Subjects(words, phrases, verbs);
        var all = new ArrayList<Clause>();
        for (int i = 0; i < verbs.size(); i++) {
            all.add(clause(i, subjects.of(i, all)));
        }
        return List.copyOf(all);
    }

    private Clause clause(int index, @Nullable NounPhrase subject) {
        var verb = verbs.get(index);
        int end = end(index);
        var agent = verb.passive() || isBareParticiple(index) ? agent(verb.main() + 1, end) : null;
        int start = subject == null || verb.inverted() != null ? verb.first() : Math.min(subject.first(), verb.first());
        return new Clause(
                verb.first(),
                verb.main(),
                words.get(verb.main()),
                subject,
                object(verb.main() + 1, end),
                agent,
                verb.modals(),
                adverbs(verb, end),
                verb.negated(),
                verb.perfect(),
                verb.passive() || agent != null,
                question(verb.first(), start),
                introduction(verb, start),
                end);
    }

    /** "Wrong host rebooted by the operator". */
    private boolean isBareParticiple(int index) {
        return verbs.get(index).first() == verbs.get(index).main()
                && words.get(verbs.get(index).main()).lower().endsWith("ed");
    }

    private int end(int index) {
        int limit = index + 1 < verbs.size() ? verbs.get(index + 1).first() : words.size();
        for (int i = verbs.get(index).main() + 1; i < limit; i++) {
            var word = words.get(i);
            if (word.isMark() && !word.says("\"") && !word.says("-") || word.is("SCONJ")) {
                return i;
            }
        }
        return limit;
    }

    private @Nullable NounPhrase object(int from, int end) {
        for (int i = from; i < end; i++) {
            var word = words.get(i);
            var phrase = phrases.at(i);
            if (phrase != null) {
                return phrase;
            }
            if (!word.is("ADV") && !PARTICLES.contains(word.lower()) && !word.says("\"")) {
                return null;
            }
        }
        return null;
    }

    private @Nullable NounPhrase agent(int from, int end) {
        for (int i = from; i + 1 < end; i++) {
            if (words.get(i).says("by")) {
                return phrases.at(i + 1);
            }
        }
        return null;
    }

    private List<Word> adverbs(Verbs.Found verb, int end) {
        var all = new ArrayList<>(verb.adverbs());
        for (int i = verb.first() - 1; i >= 0 && words.get(i).is("ADV"); i--) {
            all.add(words.get(i));
        }
        for (int i = verb.main() + 1; i < end; i++) {
            if (words.get(i).is("ADV")) {
                all.add(words.get(i));
            }
        }
        return List.copyOf(all);
    }

    private @Nullable String question(int verb, int start) {
        for (int i = Math.min(verb, start) - 1; i >= Math.max(0, start - 3); i--) {
            if (words.get(i).isWhWord() && !isRelative(i)) {
                return words.get(i).lower();
            }
        }
        return null;
    }

    /** "the operator who": no question is asked. */
    private boolean isRelative(int index) {
        return index > 0
                        && (words.get(index - 1).is("NOUN", "PROPN")
                                || words.get(index - 1).is("PRON"))
                || index > 1
                        && words.get(index - 1).says(",")
                        && words.get(index - 2).is("NOUN", "PROPN");
    }

    private @Nullable String introduction(Verbs.Found verb, int start) {
        if (verb.inverted() != null && !words.getLast().says("?")) {
            return words.get(verb.first()).lower(); // "had the key been rotated"
        }
        for (int i = start - 1; i >= Math.max(0, start - 3); i--) {
            if (INTRODUCTIONS.contains(words.get(i).lower())) {
                return words.get(i).lower();
            }
            if (!words.get(i).is("ADV") && !words.get(i).says(",")) {
                return null;
            }
        }
        return null;
    }
}
