package dev.hindsight.folds.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a text as the words that spellings are compared with. */
final class Words {

    private static final String BLANK = "";
    private static final String PARAGRAPH = "\n";

    private Words() {}

    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        int last = 0;
        for (var chunk : Chunks.of(text)) {
            int at = chunk.start();
            while (at < chunk.end()) {
                int end = chunk.isCode() ? chunk.end() : endOfWord(text, at, chunk.end());
                if (end == at) {
                    at += Character.charCount(text.codePointAt(at));
                    continue;
                }
                words.add(new Word(at, end, folded(text.substring(at, end)), gap(text.substring(last, at))));
                last = end;
                at = end;
            }
        }
        return words;
    }

    private static int endOfWord(String text, int from, int to) {
        int end = from;
        while (end < to && Chunks.isCore(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** By capitals first, as some letters have one capital but two small forms. */
    private static String folded(String word) {
        return word.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String gap(String between) {
        if (between.chars().filter(character -> character == '\n').count() > 1) {
            return PARAGRAPH;
        }
        var visible = new StringBuilder();
        between.chars()
                .filter(character -> !Chunks.isBlank((char) character))
                .forEach(character -> visible.append(character == '\u2019' ? '\'' : (char) character));
        boolean isHyphen = between.length() == 1 && "-\u2010\u2011".contains(between);
        return visible.isEmpty() || isHyphen ? BLANK : visible.toString();
    }
}
