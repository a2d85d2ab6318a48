package dev.hindsight.folds.glossary;

import dev.hindsight.contracts.glossary.TermDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells which ways of writing are the same: capitals, hyphens, line breaks and the regular plural make no difference. */
public final class Spellings {

    private static final String PART = " ";

    private Spellings() {}

    /** The same for all ways to write it but the plural, one part for each word; empty if there is no word in it. */
    public static String key(String spelling) {
        var words = Words.of(spelling);
        return IntStream.range(0, words.size())
                .mapToObj(i -> i == 0 ? words.get(i).folded() : words.get(i).step())
                .collect(Collectors.joining(PART));
    }

    static List<String> parts(String key) {
        return List.of(key.split(PART, -1));
    }

    /** All that counts as the term, in this order: the term, its spellings, and each of these in the plural. */
    public static Set<String> keys(TermDefinition definition) {
        var keys = new LinkedHashSet<String>();
        Stream.concat(Stream.of(definition.term()), definition.spellings().stream())
                .map(Spellings::key)
                .filter(key -> !key.isEmpty())
                .forEach(key -> {
                    keys.add(key);
                    plurals(key).forEach(keys::add);
                });
        return keys;
    }

    /** The regular ones of English, as in epochs and branches; what ends in a single s is taken for a plural already. */
    private static Stream<String> plurals(String key) {
        char last = key.charAt(key.length() - 1);
        if (last < 'a' || last > 'z' || last == 's' && !key.endsWith("ss")) {
            return Stream.of();
        }
        if (last == 'y' && key.length() > 1 && "aeiou".indexOf(key.charAt(key.length() - 2)) < 0) {
            return Stream.of(key.substring(0, key.length() - 1) + "ies");
        }
        return key.endsWith("ch")
                ? Stream.of(key + "s", key + "es")
                : Stream.of(key + (Stream.of("ss", "x", "z", "sh").anyMatch(key::endsWith) ? "es" : "s"));
    }

    /** What lists are sorted by. */
    public static String order(String term) {
        return term.toLowerCase(Locale.ROOT);
    }
}
