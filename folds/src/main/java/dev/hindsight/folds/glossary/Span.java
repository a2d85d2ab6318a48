package dev.hindsight.folds.glossary;

/**
 * A part of a text.
 *
 * @param start in UTF-16 units, as {@link String#substring(int, int)} and JavaScript count
 * @param end exclusive
 * @param text what stands there
 */
public record Span(int start, int end, String text) {

    static Span of(String text, int start, int end) {
        return new Span(start, end, text.substring(start, end));
    }
}
