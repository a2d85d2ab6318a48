package dev.hindsight.coach.rules;

import dev.hindsight.coach.actors.Actor;
import dev.hindsight.coach.actors.Actors;
import dev.hindsight.coach.language.NounPhrase;
import dev.hindsight.coach.language.Sentence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sentence in its surroundings: the sentence before it, and the people that are known by name. */
public record Context(Sentence sentence, @Nullable Sentence before, Actors actors, Set<String> names) {

    Actor actor(NounPhrase phrase) {
        return actors.of(phrase, sentence, before, names);
    }
}
