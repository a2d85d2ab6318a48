package dev.hindsight.logkit.secrets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Recognises seed phrases in English by their words and their checksum (BIP-39), however they are separated and numbered:
 * <a href="https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki">the specification</a>.
 */
final class SeedPhrases {

    private static final int[] LENGTHS = {12, 15, 18, 21, 24};
    private static final int BITS_PER_WORD = 11;
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    private static final int LONGEST_WORD = 8;

    /** What may stand between two words: more is another sentence. */
    private static final int WIDEST_GAP = 8;

    private static final Map<String, Integer> WORDS = words();

    private SeedPhrases() {}

    static boolean isIn(String text) {
        var run = new ArrayList<Integer>();
        int end = 0;
        var words = WORD.matcher(text);
        while (words.find()) {
            var number = words.end() - words.start() > LONGEST_WORD
                    ? null
                    : WORDS.get(words.group().toLowerCase(Locale.ROOT));
            if (number == null || words.start() - end > WIDEST_GAP) {
                if (holdsPhrase(run)) {
                    return true;
                }
                run.clear();
            }
            if (number != null) {
                run.add(number);
            }
            end = words.end();
        }
        return holdsPhrase(run);
    }

    private static boolean holdsPhrase(List<Integer> run) {
        for (int length : LENGTHS) {
            for (int from = 0; from + length <= run.size(); from++) {
                if (hasChecksum(run.subList(from, from + length))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The words are numbers of 11 bits; of each 33 bits the last one belongs to the checksum. */
    private static boolean hasChecksum(List<Integer> phrase) {
        int bits = phrase.size() * BITS_PER_WORD;
        int checksum = bits / 33;
        var entropy = new byte[(bits - checksum) / 8];
        for (int bit = 0; bit < bits - checksum; bit++) {
            if (isSet(phrase, bit)) {
                entropy[bit / 8] |= (byte) (0x80 >> bit % 8);
            }
        }
        int expected = sha256(entropy)[0] & 0xff;
        for (int bit = 0; bit < checksum; bit++) {
            if (isSet(phrase, bits - checksum + bit) != ((expected & 0x80 >> bit) != 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSet(List<Integer> phrase, int bit) {
        return (phrase.get(bit / BITS_PER_WORD) & 1 << BITS_PER_WORD - 1 - bit % BITS_PER_WORD) != 0;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Map<String, Integer> words() {
        var list = Objects.requireNonNull(SeedPhrases.class.getResourceAsStream("bip39-english.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            var words = new HashMap<String, Integer>();
            lines.lines().forEach(word -> words.put(word, words.size()));
            return Map.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
