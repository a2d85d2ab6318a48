package dev.hindsight.coach.actors;

import dev.hindsight.coach.language.NounPhrase;
import dev.hindsight.coach.language.Sentence;
import dev.hindsight.coach.language.Word;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells people from machines, and says by what. */
public final class Actors {

    private static final Set<String> THEY = Set.of("they", "them", "theirs");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "this", "that", "each", "every");

    private static final Set<String> PLURAL_VERBS = Set.of("do", "have", "are", "were");

    private final Vocabulary vocabulary;

    private Actors(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public static Actors shipped() {
        return new Actors(Vocabulary.shipped());
    }

    /**
     * @param names first names that are known to be people's, in small letters
     * @param before the sentence before it, which "they" may go back to
     */
    public Actor of(NounPhrase phrase, Sentence sentence, @Nullable Sentence before, Set<String> names) {
        var head = phrase.headWord();
        if (THEY.contains(head.lower())) {
            return they(phrase, sentence, before, names);
        }
        var named = named(phrase, head, names);
        if (named != null) {
            return named;
        }
        if (vocabulary.people().contains(head.lower()) || text(phrase).equalsIgnoreCase("no one")) {
            return actor(ActorKind.PERSON, phrase, "“%s” stands for people".formatted(head.text()));
        }
        var noun = noun(phrase, head);
        if (noun != null) {
            return noun;
        }
        if (mayBeAName(phrase, head)) {
            return actor(
                    ActorKind.PERHAPS_PEOPLE,
                    phrase,
                    "“%s” stands alone like a name, and does what only people do".formatted(head.text()));
        }
        return looksLikeAName(phrase, head) && !isPluralAtTheHead(phrase, sentence)
                ? actor(
                        ActorKind.NAMED_PERSON,
                        phrase,
                        "“%s” is written like a name and is no product that is known".formatted(head.text()))
                : actor(ActorKind.TECHNICAL, phrase, "“%s” is no word for people".formatted(head.text()));
    }

    private @Nullable Actor named(NounPhrase phrase, Word head, Set<String> names) {
        for (var word : phrase.words()) {
            var isOwner = phrase.words().stream().anyMatch(other -> other.says("'s") && other.start() == word.end());
            if (names.contains(word.lower()) && word.isCapitalised() && !isOwner) {
                return actor(ActorKind.NAMED_PERSON, phrase, "“%s” is one of the people named".formatted(word.text()));
            }
        }
        if (vocabulary.titles().contains(phrase.words().getFirst().lower())) {
            return actor(
                    ActorKind.NAMED_PERSON,
                    phrase,
                    "“%s” stands before people's names"
                            .formatted(phrase.words().getFirst().text()));
        }
        return null;
    }

    private @Nullable Actor noun(NounPhrase phrase, Word head) {
        if (isMachine(phrase)) {
            return null;
        }
        if (head.isOneOf(vocabulary.roles())) {
            return actor(ActorKind.ROLE, phrase, "“%s” is what people are".formatted(head.text()));
        }
        if (head.isOneOf(vocabulary.teams())) {
            return actor(ActorKind.TEAM, phrase, "“%s” is a group of people".formatted(head.text()));
        }
        if ((vocabulary.teamsWithoutArticle().contains(head.lower())
                        || head.text().equals("IT"))
                && phrase.words().size() == 1) {
            return actor(ActorKind.TEAM, phrase, "“%s” without an article is a team".formatted(head.text()));
        }
        if (head.isOneOf(vocabulary.suppliers())) {
            return actor(ActorKind.SUPPLIER, phrase, "“%s” is a company, or people of one".formatted(head.text()));
        }
        if (head.isOneOf(vocabulary.perhapsPeople())) {
            return actor(
                    ActorKind.PERHAPS_PEOPLE,
                    phrase,
                    "“%s” may be people, and does what only people do".formatted(head.text()));
        }
        return null;
    }

    /** "the package manager": the word before it tells. */
    private boolean isMachine(NounPhrase phrase) {
        return phrase.words().stream()
                .limit(phrase.head() - phrase.first())
                .anyMatch(word -> word.isOneOf(vocabulary.notPeopleAfter()));
    }

    private boolean looksLikeAName(NounPhrase phrase, Word head) {
        var text = head.text();
        return head.is("PROPN")
                && text.length() > 1
                && head.isCapitalised()
                && text.chars().skip(1).allMatch(Character::isLowerCase)
                && !ARTICLES.contains(phrase.words().getFirst().lower())
                && phrase.words().stream().allMatch(word -> word.is("PROPN") && !isTechnical(word));
    }

    /** At the head of a sentence every word has a capital; the tagger takes many names for nouns there. */
    private boolean mayBeAName(NounPhrase phrase, Word head) {
        return phrase.first() == 0
                && phrase.words().size() == 1
                && head.is("NOUN", "ADJ")
                && head.isCapitalised()
                && !isTechnical(head);
    }

    /** "Shortcuts do not": any word has a capital there, and a person would not be many. */
    private static boolean isPluralAtTheHead(NounPhrase phrase, Sentence sentence) {
        return phrase.first() == 0
                && phrase.isPlural()
                && phrase.last() + 1 < sentence.size()
                && PLURAL_VERBS.contains(sentence.word(phrase.last() + 1).lower());
    }

    private boolean isTechnical(Word word) {
        return word.isOneOf(vocabulary.technicalNames())
                || word.isOneOf(vocabulary.commonWords())
                || vocabulary.teamsWithoutArticle().contains(word.lower());
    }

    /** "they" goes back to the last plural subject; where there is none, to people. */
    private Actor they(NounPhrase phrase, Sentence sentence, @Nullable Sentence before, Set<String> names) {
        var antecedent = lastPlural(sentence, phrase.first());
        if (antecedent == null && before != null) {
            antecedent = lastPlural(before, before.size());
        }
        var place = antecedent == null || sentence.words().containsAll(antecedent.words()) ? sentence : before;
        if (antecedent == null || place == null) {
            return actor(
                    ActorKind.PERSON,
                    phrase,
                    "“%s” goes back to nothing technical"
                            .formatted(phrase.headWord().text()));
        }
        var actor = of(antecedent, place, null, names);
        return new Actor(
                actor.kind(),
                text(phrase),
                "“%s” goes back to “%s”: %s".formatted(text(phrase), actor.name(), actor.why()));
    }

    private @Nullable NounPhrase lastPlural(Sentence sentence, int end) {
        return sentence.clauses().stream()
                .filter(clause -> clause.first() < end)
                .map(clause -> clause.subject())
                .filter(subject -> subject != null
                        && subject.last() < end
                        && !THEY.contains(subject.headWord().lower())
                        && (subject.isPlural() || subject.headWord().isOneOf(vocabulary.teams())))
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private static Actor actor(ActorKind kind, NounPhrase phrase, String why) {
        return new Actor(kind, text(phrase), why);
    }

    /** The words of a phrase as they stand, without the spaces between them being known. */
    private static String text(NounPhrase phrase) {
        var text = new StringBuilder();
        var last = phrase.words().getFirst();
        for (var word : phrase.words()) {
            text.append(word.start() > last.end() ? " " : "").append(word.text());
            last = word;
        }
        return text.toString();
    }

    /** First names as they are compared. */
    public static Set<String> firstNames(List<String> people) {
        return people.stream()
                .map(name -> name.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
