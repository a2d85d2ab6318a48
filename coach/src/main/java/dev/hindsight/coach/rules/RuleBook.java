package dev.hindsight.coach.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All rules, and the lists of words that they share.
 *
 * @param version changes whenever a finding may change
 */
public record RuleBook(String version, Map<String, List<String>> lists, List<Rule> rules) {

    public static RuleBook shipped() {
        try (var file = RuleBook.class.getResourceAsStream("/dev/hindsight/coach/rules.json")) {
            return new ObjectMapper().readValue(file, RuleBook.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Rule rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    }

    /** The words themselves, with those of the lists that are named among them. */
    Set<String> words(Collection<String> written) {
        var words = new HashSet<String>();
        for (var word : written) {
            if (word.startsWith("@")) {
                words.addAll(words(list(word.substring(1))));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private List<String> list(String name) {
        var list = lists.get(name);
        if (list == null) {
            throw new IllegalStateException("There is no list " + name);
        }
        return list;
    }
}
