package dev.hindsight.coach.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text where a sentence cannot go on: at empty lines, and before lines that begin a list or a timeline.
 *
 * @param text with plain quotation marks, apostrophes and dashes, and without what is too long for a word; as many characters
 *     as the original
 * @param start where it begins in the whole text
 */
record Block(String text, int start) {

    private static final int LONGEST_WORD = 200;

    static List<Block> of(String text) {
        var plain = plain(text);
        var blocks = new ArrayList<Block>();
        int start = 0;
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) == '\n' && endsBlock(plain, start, i)) {
                add(plain, start, i, blocks);
                start = i + 1;
            }
        }
        add(plain, start, plain.length(), blocks);
        return blocks;
    }

    private static void add(String text, int start, int end, List<Block> blocks) {
        var block = text.substring(start, end);
        if (!block.isBlank()) {
            blocks.add(new Block(block.replace('\n', ' '), start));
        }
    }

    private static boolean endsBlock(String text, int start, int newline) {
        if (text.substring(start, newline).stripLeading().startsWith("#")) {
            return true;
        }
        int next = newline + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        if (next == text.length()) {
            return true;
        }
        var first = text.charAt(next);
        return !Character.isLetter(first) && first != '"' && first != '(' && first != '\'';
    }

    private static String plain(String text) {
        var plain = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            plain.setCharAt(i, plain(text.charAt(i)));
        }
        coverWhatIsNoWord(plain);
        return plain.toString();
    }

    /** Encoded data and the like: the tokenizer's time grows with the square of such a stretch. */
    private static void coverWhatIsNoWord(StringBuilder text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
                for (int covered = start; i - start > LONGEST_WORD && covered < i; covered++) {
                    text.setCharAt(covered, 'x');
                }
                start = i + 1;
            }
        }
    }

    private static char plain(char letter) {
        return switch (letter) {
            case '\u2018', '\u2019', '\u02bc', '`' -> '\'';
            case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            case '\t', '\r', '\f', '\u000b', '\u00a0', '\u2007', '\u202f' -> ' ';
            default -> letter;
        };
    }
}
