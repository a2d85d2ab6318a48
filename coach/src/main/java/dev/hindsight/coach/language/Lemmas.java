package dev.hindsight.coach.language;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Base forms of English words: a table for the irregular ones, the endings for all others. */
public final class Lemmas {

    private static final String VOWELS = "aeiou";

    private final Map<String, String> irregular = new HashMap<>();
    private final Map<String, String> participles = new HashMap<>();

    private Lemmas(Map<String, List<String>> forms) {
        forms.forEach((base, others) -> {
            others.forEach(form -> irregular.put(form, base));
            if (!others.isEmpty()) {
                participles.put(base, others.getLast());
            }
        });
    }

    /** Each base form with its past, its participle last. */
    static Lemmas shipped() {
        try (var table = Lemmas.class.getResourceAsStream("/dev/hindsight/coach/irregular-verbs.json")) {
            return new Lemmas(new ObjectMapper().readValue(table, new TypeReference<Map<String, List<String>>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All base forms that the word may have; a list that it is looked up in decides which are words. */
    Set<String> of(String word) {
        var found = new HashSet<String>();
        var known = irregular.get(word);
        found.add(known == null ? word : known);
        if (word.length() > 3) {
            plural(word, found);
            past(word, found);
            continuous(word, found);
        }
        return Set.copyOf(found);
    }

    boolean isParticiple(String word) {
        return word.endsWith("ed") || participles.containsValue(word);
    }

    /** {@code deleted}, {@code broken}: as it stands after "was". */
    public String participle(Word verb) {
        for (var base : verb.lemmas()) {
            var participle = participles.get(base);
            if (participle != null) {
                return participle;
            }
        }
        if (verb.lower().endsWith("ed")) {
            return verb.lower();
        }
        var base = verb.lemmas().stream()
                .min((one, other) -> Integer.compare(one.length(), other.length()))
                .orElse(verb.lower());
        return base.endsWith("e") ? base + "d" : base + "ed";
    }

    private static void plural(String word, Set<String> found) {
        if (word.endsWith("ies")) {
            found.add(without(word, 3) + "y");
            found.add(without(word, 1));
        } else if (word.endsWith("es")) {
            found.add(without(word, 2));
            found.add(without(word, 1));
        } else if (word.endsWith("s") && !word.endsWith("ss")) {
            found.add(without(word, 1));
        }
    }

    private static void past(String word, Set<String> found) {
        if (word.endsWith("ied")) {
            found.add(without(word, 3) + "y");
        } else if (word.endsWith("ed")) {
            found.add(without(word, 1));
            stem(without(word, 2), found);
        }
    }

    private static void continuous(String word, Set<String> found) {
        if (word.endsWith("ing") && word.length() > 5) {
            found.add(without(word, 3) + "e");
            stem(without(word, 3), found);
        }
    }

    private static void stem(String stem, Set<String> found) {
        found.add(stem);
        var last = stem.charAt(stem.length() - 1);
        if (stem.length() > 2 && last == stem.charAt(stem.length() - 2) && VOWELS.indexOf(last) < 0) {
            found.add(without(stem, 1));
        }
    }

    private static String without(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
