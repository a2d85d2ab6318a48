package dev.hindsight.gateway.incidents;

import dev.hindsight.gateway.postmortems.PostMortem;
import dev.hindsight.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What there is to show of the post-mortem of an incident, if there is one.
 *
 * @param trouble why it cannot be shown now, in words
 */
public record Aftermath(
        @Nullable PostMortem postMortem, @Nullable String trouble) {

    static final Aftermath NONE = new Aftermath(null, null);

    static Aftermath of(PostMortem postMortem) {
        return new Aftermath(postMortem, null);
    }

    static Aftermath unread(ProblemException problem) {
        return new Aftermath(null, problem.problem().title());
    }
}
