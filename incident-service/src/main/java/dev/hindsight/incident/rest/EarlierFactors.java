package dev.hindsight.incident.rest;

import dev.hindsight.incident.domain.PostMortemRule;
import dev.hindsight.incident.postmortems.PostMortemOverviewProjection;
import dev.hindsight.incident.postmortems.PostMortemOverviews;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.log.PositionWait;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows the factors that a new one may be said to be the same as: those of post-mortems that the caller may read. */
@Singleton
class EarlierFactors {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final PostMortemOverviews overviews;
    private final PostMortemReaders readers;
    private final PositionWait wait;

    EarlierFactors(PostMortemOverviews overviews, PostMortemReaders readers, PositionWait wait) {
        this.overviews = overviews;
        this.readers = readers;
        this.wait = wait;
    }

    /** The factor as it was named; refused where there is none for the caller. */
    @Nullable
    UUID known(Actor caller, @Nullable UUID named) {
        if (named != null
                && postMortem(named)
                        .filter(postMortem -> readers.isReadable(caller, postMortem))
                        .isEmpty()) {
            throw new ProblemException(PostMortemRule.EARLIER_FACTOR_UNKNOWN, null);
        }
        return named;
    }

    /** One that was identified only just now may not be in the list yet. */
    private Optional<UUID> postMortem(UUID factor) {
        return overviews.postMortemOf(factor).or(() -> {
            awaitAll();
            return overviews.postMortemOf(factor);
        });
    }

    /** Where the list does not come so far, nobody can say that there is no such factor. */
    private void awaitAll() {
        try {
            if (wait.awaitAll(PostMortemOverviewProjection.NAME, LONGEST_WAIT)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(StandardProblem.SERVICE_BUSY, null);
    }
}
