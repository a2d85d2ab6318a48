package dev.hindsight.coach.language;

import java.util.List;
import opennlp.tools.util.Span;

/** Separates the marks that a tokenizer left at the ends of a word, as in "sync." or "again??". */
final class Marks {

    private static final String CLOSING = ".,;:!?\"')";
    private static final String OPENING = "\"'(*_";

    private Marks() {}

    static void apart(String text, int start, int end, List<Span> spans) {
        int first = start;
        while (first < end - 1
                && OPENING.indexOf(text.charAt(first)) >= 0
                && Character.isLetter(text.charAt(first + 1))) {
            spans.add(new Span(first, first + 1));
            first++;
        }
        int last = end;
        while (last > first + 1 && CLOSING.indexOf(text.charAt(last - 1)) >= 0 && !isAbbreviation(text, first, last)) {
            last--;
        }
        if (last < end && isWordy(text.charAt(last - 1))) {
            spans.add(new Span(first, last));
            for (int i = last; i < end; i++) {
                spans.add(new Span(i, i + 1));
            }
        } else {
            spans.add(new Span(first, end));
        }
    }

    private static boolean isWordy(char letter) {
        return Character.isLetterOrDigit(letter);
    }

    /** "Mr.", "e.g.": the full stop belongs to the word. */
    private static boolean isAbbreviation(String text, int first, int last) {
        return text.charAt(last - 1) == '.' && (last - first <= 3 || text.indexOf('.', first) < last - 1);
    }
}
