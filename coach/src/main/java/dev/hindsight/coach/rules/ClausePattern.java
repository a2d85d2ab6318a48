package dev.hindsight.coach.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clause has to be like. A list that is left out allows everything, but no modal verb and no "if". A list may name
 * another by {@code @}.
 *
 * @param subject {@code human}, {@code others} (people who are not the writer), {@code nobody} (a person of whom it is
 *     denied), {@code patient} (people to whom it is done), {@code any} or {@code none}
 * @param modals one of these has to be there; {@code *} allows any
 * @param adverbs one of these has to stand beside the verb
 * @param objects one of these has to stand after the verb; {@code notObjects}: none of them may
 * @param introducedBy one of these has to introduce the clause
 */
public record ClausePattern(
        String subject,
        List<String> verbs,
        List<String> notVerbs,
        List<String> modals,
        List<String> adverbs,
        List<String> notAdverbs,
        List<String> objects,
        List<String> notObjects,
        List<String> questions,
        List<String> introducedBy,
        @Nullable Boolean negated,
        @Nullable Boolean perfect,
        @Nullable Boolean passive) {

    /** What the file leaves out is empty. */
    public ClausePattern {
        verbs = Lists.orEmpty(verbs);
        notVerbs = Lists.orEmpty(notVerbs);
        modals = Lists.orEmpty(modals);
        adverbs = Lists.orEmpty(adverbs);
        notAdverbs = Lists.orEmpty(notAdverbs);
        objects = Lists.orEmpty(objects);
        notObjects = Lists.orEmpty(notObjects);
        questions = Lists.orEmpty(questions);
        introducedBy = Lists.orEmpty(introducedBy);
    }
}
