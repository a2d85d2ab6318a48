package dev.hindsight.coach;

import dev.hindsight.coach.actors.Actor;
import dev.hindsight.coach.language.Clause;
import dev.hindsight.coach.language.Lemmas;
import dev.hindsight.coach.language.NounPhrase;
import dev.hindsight.coach.language.Sentence;
import dev.hindsight.coach.rules.Match;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts a match into words: where it stands, what it was met by, how it could be said. */
final class Report {

    private static final Pattern GAP = Pattern.compile("\\{[a-z]+}");

    private final String text;
    private final Sentence sentence;
    private final Lemmas lemmas;

    Report(String text, Sentence sentence, Lemmas lemmas) {
        this.text = text;
        this.sentence = sentence;
        this.lemmas = lemmas;
    }

    Finding finding(Match match) {
        var rule = match.rule();
        return new Finding(
                rule.id(),
                rule.category(),
                rule.severity(),
                sentence.word(match.first()).start(),
                sentence.word(match.last()).end(),
                quote(match.first(), match.last()),
                rule.why(),
                rule.advice(),
                rewording(match),
                explanation(match));
    }

    private Explanation explanation(Match match) {
        var actor = match.actor();
        var clause = match.clause();
        var verb = clause == null ? null : quote(clause.first(), clause.last());
        return new Explanation(
                actor == null ? null : actor.name(),
                actor == null ? null : actor.kind(),
                actor == null ? null : actor.why(),
                verb,
                matched(match, actor, verb));
    }

    private String matched(Match match, @Nullable Actor actor, @Nullable String verb) {
        if (verb == null) {
            return "The words “%s”%s".formatted(quote(match.first(), match.last()), about(actor));
        }
        return "The verb “%s”%s".formatted(verb, about(actor));
    }

    private static String about(@Nullable Actor actor) {
        return actor == null ? "." : ", said of “%s”; %s.".formatted(actor.name(), actor.why());
    }

    private String rewording(Match match) {
        var gaps = gaps(match);
        return match.rule().rewordings().stream()
                .map(template -> filled(template, gaps))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Report::capitalised)
                .orElse(match.rule().advice());
    }

    private Map<String, String> gaps(Match match) {
        var gaps = new HashMap<String, String>();
        gaps.put("{words}", quote(match.first(), match.last()));
        var clause = match.clause();
        if (clause != null) {
            gaps(clause, gaps);
        }
        return gaps;
    }

    private void gaps(Clause clause, Map<String, String> gaps) {
        gaps.put("{verb}", quote(clause.first(), clause.last()));
        gaps.put("{participle}", lemmas.participle(clause.verb()));
        var thing = clause.passive() ? clause.subject() : clause.object();
        if (thing != null && !thing.headWord().is("PRON")) {
            gaps.put("{object}", quote(thing));
            gaps.put("{was}", thing.isPlural() ? "were" : "was");
        }
    }

    private String quote(NounPhrase phrase) {
        return quote(phrase.first(), phrase.last());
    }

    private String quote(int first, int last) {
        return text.substring(sentence.word(first).start(), sentence.word(last).end());
    }

    /** Nothing if there is a gap that the sentence has no words for. */
    private static Optional<String> filled(String template, Map<String, String> gaps) {
        return GAP.matcher(template).results().allMatch(gap -> gaps.containsKey(gap.group()))
                ? Optional.of(GAP.matcher(template)
                        .replaceAll(gap -> Matcher.quoteReplacement(gaps.getOrDefault(gap.group(), ""))))
                : Optional.empty();
    }

    private static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
