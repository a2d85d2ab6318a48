package dev.hindsight.coach.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a contraction such as "didn't" or "should've" consists of two words. */
final class Contractions {

    private static final List<String> ENDINGS = List.of("n't", "'s", "'ve", "'re", "'ll", "'d", "'m");

    /** Typed in haste, without an apostrophe: how many letters the first word has. */
    private static final Map<String, Integer> HASTY = Map.ofEntries(
            Map.entry("didnt", 3),
            Map.entry("doesnt", 4),
            Map.entry("dont", 2),
            Map.entry("wasnt", 3),
            Map.entry("havent", 4),
            Map.entry("hasnt", 3),
            Map.entry("shouldve", 6),
            Map.entry("couldve", 5),
            Map.entry("wouldve", 5),
            Map.entry("shouldnt", 6),
            Map.entry("couldnt", 5),
            Map.entry("wouldnt", 5));

    private static final Set<String> PRONOUNS =
            Set.of("i", "you", "he", "she", "we", "they", "me", "him", "them", "us");
    private static final Set<String> WITH_VERB = Set.of("AUX", "VERB");

    private Contractions() {}

    /** How many letters the first word has; 0 where it is one word. */
    static int cut(String word) {
        var hasty = HASTY.get(word.toLowerCase(Locale.ROOT));
        if (hasty != null) {
            return hasty;
        }
        return ENDINGS.stream()
                .map(ending -> word.length() - ending.length())
                .filter(length ->
                        length > 0 && ENDINGS.contains(word.substring(length).toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(0);
    }

    static String tag(String ending, String[] parts) {
        var told = parts.length > 1 ? parts[parts.length - 1] : "";
        return switch (ending) {
            case "n't", "nt" -> "PART";
            case "'s" -> WITH_VERB.contains(told) ? "AUX" : "PART";
            default -> "AUX";
        };
    }
}
