package dev.hindsight.incident.rest;

import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.incident.history.IncidentHistories;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.logkit.Told;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import java.util.UUID;

/** Finds a post-mortem for someone who may read all of its incidents; for everyone else it does not exist. */
@Singleton
class PostMortemReaders {

    private final IncidentHistories histories;
    private final Readers incidents;

    PostMortemReaders(IncidentHistories histories, Readers incidents) {
        this.histories = histories;
        this.incidents = incidents;
    }

    /** What may be read is decided by the rights of today, also for a state of long ago. */
    Told<PostMortemStatus> postMortem(Actor caller, String id, OptionalLong upTo) {
        var told = histories.postMortem(uuid(id), upTo).orElseThrow(Readers::notFound);
        told.state().incidentIds().forEach(incident -> incidents.incident(caller, incident, OptionalLong.empty()));
        return told;
    }

    /** Whether there is such a post-mortem for the caller, by the rights of today. */
    boolean isReadable(Actor caller, UUID id) {
        return histories
                .postMortem(id, OptionalLong.empty())
                .filter(told -> told.state().incidentIds().stream()
                        .allMatch(incident -> incidents.isReadable(caller, incident)))
                .isPresent();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Readers.notFound();
        }
    }
}
