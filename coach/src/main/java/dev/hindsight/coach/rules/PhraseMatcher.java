package dev.hindsight.coach.rules;

import dev.hindsight.coach.actors.Actor;
import dev.hindsight.coach.language.NounPhrase;
import dev.hindsight.coach.language.NounPhrases;
import dev.hindsight.coach.language.Word;
import dev.hindsight.coach.rules.PhrasePattern.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds words in a row. */
final class PhraseMatcher {

    private static final Set<String> WRITERS = Set.of("i", "we", "me", "us");
    private static final Set<String> OWNERS = Set.of("my", "our", "your", "his", "her", "their");

    private final Map<Element, Set<String>> words = new HashMap<>();

    PhraseMatcher(RuleBook book) {
        for (var rule : book.rules()) {
            rule.phrases().forEach(pattern -> prepare(pattern, book));
            rule.except().forEach(pattern -> prepare(pattern, book));
        }
    }

    private void prepare(PhrasePattern pattern, RuleBook book) {
        pattern.elements().forEach(element -> words.put(element, book.words(element.alternatives())));
    }

    List<Match> matches(Rule rule, PhrasePattern pattern, Context context) {
        var found = new ArrayList<Match>();
        for (int first = 0; first < context.sentence().size(); first++) {
            var search = new Search(context, pattern.elements());
            int end = search.end(first, 0);
            if (end > first) {
                found.add(new Match(rule, first, end - 1, null, search.actor, search.phrase));
            }
        }
        return found;
    }

    /** One try from one word on. */
    private final class Search {

        private final Context context;
        private final List<Element> elements;
        private @Nullable Actor actor;
        private @Nullable NounPhrase phrase;

        Search(Context context, List<Element> elements) {
            this.context = context;
            this.elements = elements;
        }

        /** @return exclusive, or -1 */
        int end(int at, int element) {
            if (element == elements.size()) {
                return at;
            }
            var wanted = elements.get(element);
            if (wanted.isGap()) {
                return afterGap(at, element, wanted.gap());
            }
            int next = next(wanted, at);
            int end = next < 0 ? -1 : end(next, element + 1);
            return end < 0 && wanted.optional() ? end(at, element + 1) : end;
        }

        private int afterGap(int at, int element, int most) {
            for (int skipped = 0;
                    skipped <= most && at + skipped <= context.sentence().size();
                    skipped++) {
                int end = end(at + skipped, element + 1);
                if (end >= 0) {
                    return end;
                }
                if (at + skipped < context.sentence().size()
                        && isEnd(context.sentence().word(at + skipped))) {
                    return -1;
                }
            }
            return -1;
        }

        private int next(Element wanted, int at) {
            if (wanted.what().equals("^")) {
                return at == 0 ? 0 : -1;
            }
            if (at >= context.sentence().size()) {
                return -1;
            }
            return switch (wanted.what()) {
                case "<human>" -> human(at, Set.of());
                case "<others>" -> human(at, WRITERS);
                case "<owner>" -> owner(at);
                default -> word(wanted, at);
            };
        }

        private int word(Element wanted, int at) {
            var word = context.sentence().word(at);
            return wanted.what().equals("=" + word.tag()) || word.isOneOf(words.getOrDefault(wanted, Set.of()))
                    ? at + 1
                    : -1;
        }

        private int human(int at, Set<String> excepted) {
            var found = new NounPhrases(context.sentence().words()).at(at);
            return found != null && !excepted.contains(found.headWord().lower()) && isHuman(found)
                    ? found.last() + 1
                    : -1;
        }

        /** "our", or "the operator's". */
        private int owner(int at) {
            var all = context.sentence().words();
            if (OWNERS.contains(all.get(at).lower())) {
                return at + 1;
            }
            for (int i = at + 1; i < all.size() && i <= at + 4; i++) {
                if (all.get(i).says("'s") || all.get(i).says("'")) {
                    var owner = new NounPhrase(at, i - 1, i - 1, List.copyOf(all.subList(at, i)));
                    return isHuman(owner) ? i + 1 : -1;
                }
            }
            return -1;
        }

        private boolean isHuman(NounPhrase found) {
            var told = context.actor(found);
            if (told.kind().isHuman()) {
                actor = told;
                phrase = found;
            }
            return told.kind().isHuman();
        }

        private static boolean isEnd(Word word) {
            return word.says(";") || word.says(".") || word.says(":");
        }
    }
}
