package dev.hindsight.coach.rules;

import dev.hindsight.coach.language.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Holds each rule against a sentence; what is only quoted or discussed does not count. */
public final class Rules {

    /** Up to so many words between quotation marks are a term; more are somebody's speech. */
    private static final int TERM = 4;

    private static final Set<String> DISCUSSING =
            Set.of("term", "word", "phrase", "label", "expression", "category", "wording", "tag", "called");

    private final RuleBook book;
    private final ClauseMatcher clauses;
    private final PhraseMatcher phrases;

    public Rules(RuleBook book) {
        this.book = book;
        clauses = new ClauseMatcher(book);
        phrases = new PhraseMatcher(book);
    }

    public RuleBook book() {
        return book;
    }

    /** In the order of the sentence; of one rule's matches that overlap, the longest. */
    public List<Match> matches(Context context) {
        var all = new ArrayList<Match>();
        for (var rule : book.rules()) {
            if (!startsWith(context.sentence(), rule.notInSentencesAbout())) {
                all.addAll(longest(matches(rule, context)));
            }
        }
        all.sort(Comparator.comparingInt(Match::first)
                .thenComparing(match -> match.rule().severity()));
        return all;
    }

    private List<Match> matches(Rule rule, Context context) {
        var all = new ArrayList<Match>();
        for (var pattern : rule.clauses()) {
            for (var clause : context.sentence().clauses()) {
                clauses.match(rule, pattern, clause, context).ifPresent(all::add);
            }
        }
        for (var pattern : rule.phrases()) {
            all.addAll(phrases.matches(rule, pattern, context));
        }
        all.removeIf(match -> isTerm(match, context.sentence()) || isException(match, context));
        return all;
    }

    private boolean isException(Match match, Context context) {
        return match.rule().except().stream()
                .flatMap(pattern -> phrases.matches(match.rule(), pattern, context).stream())
                .anyMatch(match::overlaps);
    }

    private static List<Match> longest(List<Match> matches) {
        var kept = new ArrayList<Match>();
        matches.stream()
                .sorted(Comparator.comparingInt(Match::length).reversed().thenComparingInt(Match::first))
                .filter(match -> kept.stream().noneMatch(match::overlaps))
                .forEach(kept::add);
        return kept;
    }

    private static boolean isTerm(Match match, Sentence sentence) {
        for (int i = match.first() - 1; i >= Math.max(0, match.first() - 3); i--) {
            if (sentence.word(i).isOneOf(DISCUSSING)) {
                return true;
            }
        }
        int open = quote(sentence, match.first(), -1);
        int close = quote(sentence, match.last(), 1);
        return open >= 0 && close >= 0 && close - open - 1 <= TERM;
    }

    private static int quote(Sentence sentence, int from, int step) {
        for (int i = from, seen = 0; i >= 0 && i < sentence.size() && seen <= TERM; i += step, seen++) {
            if (sentence.word(i).says("\"") || sentence.word(i).says("'")) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(Sentence sentence, List<String> words) {
        return !words.isEmpty() && sentence.words().stream().limit(2).anyMatch(word -> word.isOneOf(words));
    }
}
