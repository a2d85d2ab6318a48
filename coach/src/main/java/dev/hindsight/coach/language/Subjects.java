package dev.hindsight.coach.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the subject of a verb: most often the first phrase before it that no preposition stands before. */
final class Subjects {

    private final List<Word> words;
    private final NounPhrases phrases;
    private final List<Verbs.Found> verbs;

    Subjects(List<Word> words, NounPhrases phrases, List<Verbs.Found> verbs) {
        this.words = words;
        this.phrases = phrases;
        this.verbs = verbs;
    }

    /** @param before the clauses that stand before it, their subjects found already */
    @Nullable
    NounPhrase of(int index, List<Clause> before) {
        var verb = verbs.get(index);
        if (verb.inverted() != null) {
            return verb.inverted();
        }
        int from = boundary(verb.first());
        if (from >= 0 && words.get(from).isRelative() && nothingBetween(from + 1, verb.first())) {
            return antecedent(from);
        }
        if (isRelativeVerb(from, before, verb.first())) {
            return before.getLast().subject(); // "the developer who made the change had followed"
        }
        var headOfObject = headOfRelativeClause(from, before, verb.first());
        if (headOfObject != null) {
            return headOfObject;
        }
        var own = own(from, verb.first());
        if (own != null) {
            return own;
        }
        if (from >= 1 && words.get(from).says(",")) {
            var apposition = beforeApposition(from);
            if (apposition != null) {
                return apposition;
            }
        }
        return continues(verb.first()) && !before.isEmpty() ? governing(before).subject() : null;
    }

    /** The last word to the left that ends the stretch in which the subject stands. */
    private int boundary(int verb) {
        for (int i = verb - 1; i >= 0; i--) {
            var word = words.get(i);
            if (word.isMark() && !word.says("\"")
                    || word.is("SCONJ", "INTJ")
                    || word.isRelative()
                    || word.isWhWord()
                    || isVerb(i)) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable NounPhrase own(int boundary, int verb) {
        int from = boundary + 1;
        if (boundary >= 0 && isVerb(boundary)) {
            for (int i = verb - 1; i > boundary; i--) {
                if (words.get(i).is("CCONJ")) {
                    from = i + 1;
                    break;
                }
            }
        }
        return phrases.between(from, verb).stream()
                .filter(phrase -> phrase.first() == 0 || !followsPreposition(phrase.first()))
                .filter(phrase -> !isNumber(phrase))
                .findFirst()
                .orElse(null);
    }

    /** "the other node of the pair": the pair is not what does something; but "down" may belong to the verb before. */
    private boolean followsPreposition(int first) {
        return words.get(first - 1).is("ADP");
    }

    /** A time at the head of a line is nobody. */
    private static boolean isNumber(NounPhrase phrase) {
        return phrase.headWord().is("NUM")
                && Character.isDigit(phrase.headWord().text().charAt(0));
    }

    private @Nullable NounPhrase antecedent(int relative) {
        int end = relative > 0 && words.get(relative - 1).says(",") ? relative - 1 : relative;
        NounPhrase last = null;
        for (var phrase : phrases.between(boundary(end) + 1, end)) {
            last = phrase;
        }
        return last;
    }

    private boolean isRelativeVerb(int boundary, List<Clause> before, int verb) {
        if (boundary < 0 || before.isEmpty() || before.getLast().last() != boundary) {
            return false;
        }
        int first = before.getLast().first();
        for (int i = boundary + 1; i < verb; i++) {
            if (words.get(i).is("CCONJ")) {
                return false;
            }
        }
        return first > 0 && words.get(first - 1).isRelative();
    }

    /** "the migration that the operator had started failed": the migration failed. */
    private @Nullable NounPhrase headOfRelativeClause(int boundary, List<Clause> before, int verb) {
        if (boundary < 0 || before.isEmpty() || !nothingBetween(boundary + 1, verb)) {
            return null;
        }
        var relative = before.getLast();
        var subject = relative.subject();
        if (relative.last() != boundary || subject == null || subject.first() < 2) {
            return null;
        }
        int start = subject.first() - 1;
        return words.get(start).isRelative() && words.get(start - 1).is("NOUN", "PROPN") ? antecedent(start) : null;
    }

    /** "Elena, our administrator, forgot". */
    private @Nullable NounPhrase beforeApposition(int comma) {
        int from = boundary(comma);
        if (from < 1 || !words.get(from).says(",")) {
            return null;
        }
        return own(boundary(from), from);
    }

    /** "and stopped", "to ship", "by waiting": the same subject goes on. */
    private boolean continues(int verb) {
        for (int i = verb - 1; i >= 0; i--) {
            var word = words.get(i);
            if (word.is("CCONJ", "PART") || word.is("ADP", "SCONJ") || isVerb(i)) {
                return true;
            }
            if (!word.is("ADV") && !word.says(",")) {
                return false;
            }
        }
        return false;
    }

    /** In "assumed it would work and never tried it" what follows goes on with who assumed. */
    private Clause governing(List<Clause> before) {
        int last = before.size() - 1;
        while (last > 0 && isComplement(before.get(last))) {
            last--;
        }
        return before.get(last);
    }

    private boolean isComplement(Clause clause) {
        var subject = clause.subject();
        int start = subject == null || subject.first() > clause.first() ? clause.first() : subject.first();
        return start > 0
                && (words.get(start - 1).says("that")
                        || isVerb(start - 1) && subject != null && start == subject.first());
    }

    private boolean nothingBetween(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!words.get(i).is("ADV", "PART")) {
                return false;
            }
        }
        return true;
    }

    private boolean isVerb(int index) {
        return verbs.stream()
                .anyMatch(verb -> verb.inverted() == null
                        ? verb.first() <= index && index <= verb.main()
                        : index == verb.first() || index > verb.inverted().last() && index <= verb.main());
    }
}
