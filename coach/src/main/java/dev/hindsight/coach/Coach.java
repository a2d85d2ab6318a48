package dev.hindsight.coach;

import dev.hindsight.coach.actors.ActorKind;
import dev.hindsight.coach.actors.Actors;
import dev.hindsight.coach.language.Language;
import dev.hindsight.coach.language.Sentence;
import dev.hindsight.coach.rules.Context;
import dev.hindsight.coach.rules.Match;
import dev.hindsight.coach.rules.RuleBook;
import dev.hindsight.coach.rules.Rules;
import dev.hindsight.coach.rules.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Advises on wording: finds what sounds like blame and offers a neutral wording.
 *
 * <p>It blocks nothing, keeps nothing and counts nothing. Several threads may use it at once.
 */
public final class Coach {

    /** In UTF-16 units; a longer text is not looked at. */
    public static final int LONGEST_TEXT = 20_000;

    private static final String NAMES = "naming-actor-note";

    private final Language language;
    private final Actors actors = Actors.shipped();
    private final Rules rules;

    private Coach(Language language, RuleBook book) {
        this.language = language;
        rules = new Rules(book);
    }

    /** With the models loaded: make one, and keep it. */
    public static Coach load(RuleBook book) {
        return new Coach(Language.english(), book);
    }

    /** @throws IllegalArgumentException if the text is longer than {@link #LONGEST_TEXT} */
    public List<Finding> check(String text, List<String> people) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text may have at most %d characters".formatted(LONGEST_TEXT));
        }
        var names = Actors.firstNames(people);
        var findings = new ArrayList<Finding>();
        Sentence before = null;
        for (var sentence : language.sentences(text)) {
            var context = new Context(sentence, before, actors, names);
            var matches = rules.matches(context);
            var report = new Report(text, sentence, language.lemmas());
            Stream.concat(matches.stream(), named(matches).stream())
                    .map(report::finding)
                    .sorted(Comparator.comparingInt(Finding::start))
                    .forEach(findings::add);
            before = sentence;
        }
        return List.copyOf(findings);
    }

    /** A name is no fault in itself: it is remarked on once beside a finding about that person. */
    private List<Match> named(List<Match> matches) {
        var note = rules.book().rule(NAMES);
        return matches.stream()
                .filter(match -> match.rule().severity() != Severity.INFO)
                .filter(match -> match.actor() != null && match.actor().kind() == ActorKind.NAMED_PERSON)
                .map(match -> match.actorPhrase() == null
                        ? match
                        : new Match(
                                note,
                                match.actorPhrase().first(),
                                match.actorPhrase().last(),
                                null,
                                match.actor(),
                                match.actorPhrase()))
                .filter(match -> match.rule().equals(note))
                .distinct()
                .toList();
    }
}
