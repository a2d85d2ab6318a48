package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.PostMortemState;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of a post-mortem.
 *
 * @param to the state it led to
 */
public record PostMortemStep(
        PostMortemState to, Instant recordedAt, @Nullable String recordedBy) {

    static PostMortemStep of(PostMortemState to, Recorded<?> by) {
        return new PostMortemStep(to, by.recordedAt(), by.recordedBy());
    }
}
