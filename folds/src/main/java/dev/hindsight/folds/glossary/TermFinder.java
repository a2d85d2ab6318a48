package dev.hindsight.folds.glossary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds terms in texts: from left to right, each time the longest that begins there, and whole words only. The spellings
 * are a tree of words, so a text is read once however many terms there are.
 *
 * @param <T> what stands for a term
 */
public final class TermFinder<T> {

    private final Node<T> root = new Node<>();

    /** A term in the order of first appearance, with all places where it stands. */
    public record Found<T>(T term, List<Span> spans) {}

    /** What a text is made of: terms, and words that a reader may not know. */
    public record Reading<T>(List<Found<T>> terms, List<TechnicalWord> unexplained) {}

    /**
     * A spelling that is given to two terms stays with the first.
     *
     * @param key of a spelling, as {@link Spellings} makes it
     */
    public TermFinder<T> add(String key, T term) {
        var node = root;
        for (var part : Spellings.parts(key)) {
            node = node.next.computeIfAbsent(part, _ -> new Node<>());
        }
        if (node.term == null) {
            node.term = term;
        }
        return this;
    }

    public Reading<T> read(String text) {
        var words = Words.of(text);
        var found = new LinkedHashMap<T, List<Span>>();
        var covered = new ArrayList<Span>();
        int at = 0;
        while (at < words.size()) {
            var match = longest(words, at);
            if (match == null) {
                at++;
                continue;
            }
            var span = Span.of(
                    text, words.get(at).start(), words.get(match.end - 1).end());
            found.computeIfAbsent(match.term, _ -> new ArrayList<>()).add(span);
            covered.add(span);
            at = match.end;
        }
        var terms = found.entrySet().stream()
                .map(entry -> new Found<>(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
        return new Reading<>(terms, TechnicalWords.in(text, covered));
    }

    private @Nullable Match<T> longest(List<Word> words, int from) {
        Match<T> longest = null;
        var node = root.next.get(words.get(from).folded());
        for (int end = from + 1; node != null; end++) {
            if (node.term != null) {
                longest = new Match<>(node.term, end);
            }
            node = end < words.size() ? node.next.get(words.get(end).step()) : null;
        }
        return longest;
    }

    private record Match<T>(T term, int end) {}

    private static final class Node<T> {

        final Map<String, Node<T>> next = new HashMap<>();

        @Nullable
        T term;
    }
}
