package dev.hindsight.coach.rules;

import dev.hindsight.coach.actors.Actor;
import dev.hindsight.coach.language.Clause;
import dev.hindsight.coach.language.NounPhrase;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule met its sentence.
 *
 * @param first of its words
 * @param last inclusive
 * @param clause if it was met by who does what, not by words in a row
 * @param actor the people in it
 * @param actorPhrase where they stand
 */
public record Match(
        Rule rule,
        int first,
        int last,
        @Nullable Clause clause,
        @Nullable Actor actor,
        @Nullable NounPhrase actorPhrase) {

    boolean overlaps(int otherFirst, int otherLast) {
        return first <= otherLast && otherFirst <= last;
    }

    boolean overlaps(Match other) {
        return overlaps(other.first, other.last);
    }

    int length() {
        return last - first;
    }
}
