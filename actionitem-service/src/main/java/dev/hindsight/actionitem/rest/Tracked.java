package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.access.IncidentNames;
import dev.hindsight.actionitem.overview.Matching;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.logkit.ReadYourWrites;
import dev.hindsight.rights.Rights;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answers what is asked of many action items: for the caller, as of today, after what the caller has just written. */
@Singleton
class Tracked {

    private final IncidentNames incidents;
    private final TrackerWait wait;
    private final Actors actors;
    private final Clock clock;

    Tracked(IncidentNames incidents, TrackerWait wait, Actors actors, Clock clock) {
        this.incidents = incidents;
        this.wait = wait;
        this.actors = actors;
        this.clock = clock;
    }

    /** @param none the answer where there can be no row */
    <T> RestResponse<T> answer(ActionItemFilter filter, @Nullable String logEntry, Function<Matching, T> found, T none)
            throws InterruptedException {
        var caller = actors.current();
        filter.check();
        boolean stale = wait.isStale(logEntry);
        var answer = filter.asked(incidents)
                .map(asked -> found.apply(new Matching(Rights.readScope(caller), asked, today())))
                .orElse(none);
        return ReadYourWrites.answer(answer, stale);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
