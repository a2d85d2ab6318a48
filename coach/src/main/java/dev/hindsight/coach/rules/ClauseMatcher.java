package dev.hindsight.coach.rules;

import dev.hindsight.coach.actors.Actor;
import dev.hindsight.coach.actors.ActorKind;
import dev.hindsight.coach.language.Clause;
import dev.hindsight.coach.language.NounPhrase;
import dev.hindsight.coach.language.Word;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether a clause is as a pattern wants it. */
final class ClauseMatcher {

    private static final Set<String> CONDITIONS = Set.of("if", "unless", "whether", "should", "had");
    private static final Set<String> WRITERS = Set.of("i", "we");
    private static final List<String> BY_MISTAKE = List.of("@by-mistake");
    private static final Set<String> NOBODY = Set.of("nobody", "none");

    /** The subject may stand far before its verb; then only the verb is shown. */
    private static final int FAR = 12;

    private final RuleBook book;
    private final Set<String> personal;
    private final Map<List<String>, Set<String>> lists = new HashMap<>();

    ClauseMatcher(RuleBook book) {
        this.book = book;
        personal = book.words(List.of("@personal"));
        lists.put(BY_MISTAKE, book.words(BY_MISTAKE));
        book.rules().stream().flatMap(rule -> rule.clauses().stream()).forEach(this::prepare);
    }

    Optional<Match> match(Rule rule, ClausePattern pattern, Clause clause, Context context) {
        if (!verbFits(pattern, clause) || !circumstancesFit(pattern, clause, context)) {
            return Optional.empty();
        }
        if (pattern.subject().equals("any")) {
            return Optional.of(found(rule, pattern, clause, null, null));
        }
        if (pattern.subject().equals("none")) {
            return clause.actor().isEmpty() ? Optional.of(found(rule, pattern, clause, null, null)) : Optional.empty();
        }
        var asked = pattern.subject().equals("patient") ? Optional.ofNullable(clause.subject()) : clause.actor();
        return asked.map(phrase -> found(rule, pattern, clause, context.actor(phrase), phrase))
                .filter(match -> actorFits(pattern, clause, Objects.requireNonNull(match.actor()), context));
    }

    private boolean actorFits(ClausePattern pattern, Clause clause, Actor actor, Context context) {
        var name = actor.name().toLowerCase(Locale.ROOT);
        var fits = switch (pattern.subject()) {
            case "others" -> !WRITERS.contains(name);
            case "nobody" -> NOBODY.contains(name.split(" ", 2)[0]) || name.startsWith("no ");
            default -> true;
        };
        return fits
                && (actor.kind().isHuman() || actor.kind() == ActorKind.PERHAPS_PEOPLE && isPersonal(clause, context));
    }

    /** What only people do, be it after "failed to". */
    private boolean isPersonal(Clause clause, Context context) {
        return clause.verb().isOneOf(personal)
                || anyOf(clause.adverbs(), BY_MISTAKE)
                || context.sentence().clauses().stream()
                        .anyMatch(next -> next.first() == clause.last() + 2
                                && context.sentence().word(clause.last() + 1).says("to")
                                && next.verb().isOneOf(personal));
    }

    private boolean verbFits(ClausePattern pattern, Clause clause) {
        return (pattern.verbs().isEmpty() || clause.verb().isOneOf(words(pattern.verbs())))
                && !clause.verb().isOneOf(words(pattern.notVerbs()))
                && (pattern.modals().contains("*")
                        || (pattern.modals().isEmpty()
                                ? clause.modals().isEmpty()
                                : clause.modals().stream().anyMatch(words(pattern.modals())::contains)))
                && is(pattern.negated(), clause.negated())
                && is(pattern.perfect(), clause.perfect())
                && is(pattern.passive(), clause.passive());
    }

    private boolean circumstancesFit(ClausePattern pattern, Clause clause, Context context) {
        var introduction = clause.introducedBy();
        var introduced = pattern.introducedBy().isEmpty()
                ? introduction == null || !CONDITIONS.contains(introduction)
                : introduction != null && words(pattern.introducedBy()).contains(introduction);
        var question = pattern.questions().isEmpty()
                || clause.question() != null && words(pattern.questions()).contains(clause.question());
        var after = context.sentence().words().subList(clause.last() + 1, Math.max(clause.last() + 1, clause.end()));
        return introduced
                && question
                && (pattern.adverbs().isEmpty() || anyOf(clause.adverbs(), pattern.adverbs()))
                && !anyOf(clause.adverbs(), pattern.notAdverbs())
                && (pattern.objects().isEmpty() || anyOf(after, pattern.objects()))
                && !anyOf(after, pattern.notObjects());
    }

    private Match found(
            Rule rule, ClausePattern pattern, Clause clause, @Nullable Actor actor, @Nullable NounPhrase phrase) {
        int first = clause.first();
        int last = clause.last();
        if (phrase != null && phrase.last() < first && first - phrase.first() <= FAR) {
            first = phrase.first();
        }
        if (phrase != null && phrase.first() > last) {
            last = phrase.last();
        }
        var object = clause.object();
        if (!pattern.objects().isEmpty() && object != null) {
            last = Math.max(last, object.last());
        }
        return new Match(rule, first, last, clause, actor, phrase);
    }

    private boolean anyOf(Collection<Word> found, List<String> wanted) {
        return !wanted.isEmpty() && found.stream().anyMatch(word -> word.isOneOf(words(wanted)));
    }

    private static boolean is(@Nullable Boolean wanted, boolean found) {
        return wanted == null || wanted == found;
    }

    private void prepare(ClausePattern pattern) {
        for (var list : List.of(
                pattern.verbs(),
                pattern.notVerbs(),
                pattern.modals(),
                pattern.adverbs(),
                pattern.notAdverbs(),
                pattern.objects(),
                pattern.notObjects(),
                pattern.questions(),
                pattern.introducedBy())) {
            lists.put(list, book.words(list));
        }
    }

    private Set<String> words(List<String> written) {
        return lists.getOrDefault(written, Set.of());
    }
}
