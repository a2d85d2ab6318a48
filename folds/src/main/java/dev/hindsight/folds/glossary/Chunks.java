package dev.hindsight.folds.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Splits a text at its blanks, and tells code from words. */
final class Chunks {

    /** Before a word these make it code, such as {@code --flag}, {@code $NAME}, {@code ./path}. */
    private static final String SIGILS = "-$#@/\\.=~%&+";

    private static final Pattern CODE = Pattern.compile(String.join(
            "|",
            "^[-$#@/\\\\.=~%&+]",
            "[_@\\\\=$#&%~^|+{}\\[\\]<>*]",
            "::|->|://|\\(\\)",
            "/[^/]*/",
            "(?<=[\\p{L}\\p{N}\\p{M}])\\.(?=[\\p{L}\\p{N}\\p{M}])"));

    /** The end of a link's text in Markdown; its address is a chunk of its own. */
    private static final String LINK = "](";

    private Chunks() {}

    static List<Chunk> of(String text) {
        var chunks = new ArrayList<Chunk>();
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            trimmed(text, at, end).ifPresent(chunks::add);
            at = end + 1;
        }
        return chunks;
    }

    /** Whether a character belongs to words. */
    static boolean isCore(int character) {
        return Character.isLetterOrDigit(character)
                || switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && !isBlank(text.charAt(end)) && !text.startsWith(LINK, end)) {
            end++;
        }
        return end;
    }

    private static Optional<Chunk> trimmed(String text, int from, int to) {
        int start = from;
        while (start < to && !isCore(text.codePointAt(start)) && !isSigil(text, start, to)) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = to;
        while (end > start && !isCore(text.codePointBefore(end)) && !isTail(text, start, end)) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        if (text.substring(start, end).codePoints().noneMatch(Chunks::isCore)) {
            return Optional.empty();
        }
        return Optional.of(
                new Chunk(start, end, CODE.matcher(text.substring(start, end)).find()));
    }

    /** Of several full stops none is one, but in {@code ../path}. */
    private static boolean isSigil(String text, int at, int to) {
        char character = text.charAt(at);
        if (character == '.' && !text.startsWith("../", at)) {
            return !(at + 1 < to && text.charAt(at + 1) == '.') && !(at > 0 && text.charAt(at - 1) == '.');
        }
        return character == '_' || SIGILS.indexOf(character) >= 0;
    }

    /** As in {@code start()}, {@code C++} and {@code last_}. */
    private static boolean isTail(String text, int start, int end) {
        char character = text.charAt(end - 1);
        return character == '_'
                || end - start > 2 && text.startsWith("()", end - 2)
                || (character == '+' || character == '#') && followsALetter(text, start, end - 1);
    }

    private static boolean followsALetter(String text, int start, int at) {
        int before = at;
        while (before > start && (text.charAt(before - 1) == '+' || text.charAt(before - 1) == '#')) {
            before--;
        }
        return before > start && Character.isLetter(text.codePointBefore(before));
    }
}
