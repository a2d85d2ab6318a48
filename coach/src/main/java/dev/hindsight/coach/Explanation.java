package dev.hindsight.coach;

import dev.hindsight.coach.actors.ActorKind;
import org.jspecify.annotations.Nullable;

/**
 * What in a sentence made a rule match.
 *
 * @param subject the people found in it, if the rule asks for people
 * @param countsAs what they count as, and {@code because}: by which word
 * @param verb what they are said to have done, with its auxiliaries
 * @param matched the whole in one sentence
 */
public record Explanation(
        @Nullable String subject,
        @Nullable ActorKind countsAs,
        @Nullable String because,
        @Nullable String verb,
        String matched) {}
