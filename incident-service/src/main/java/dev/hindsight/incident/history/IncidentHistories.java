package dev.hindsight.incident.history;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.folds.incident.IncidentFold;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.folds.postmortem.PostMortemFold;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.Told;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Incidents and post-mortems as their own entries tell them. */
@Singleton
public class IncidentHistories {

    private final Histories histories;

    IncidentHistories(Histories histories) {
        this.histories = histories;
    }

    /** @param upTo a position; empty for all that is recorded, numbered yet or not */
    public Optional<Told<IncidentState>> incident(UUID id, OptionalLong upTo) {
        return histories.of(IncidentEvent.AGGREGATE_TYPE, IncidentEvent.class, id, upTo, IncidentFold::of);
    }

    /** @param upTo a position; empty for all that is recorded, numbered yet or not */
    public Optional<Told<PostMortemStatus>> postMortem(UUID id, OptionalLong upTo) {
        return histories.of(PostMortemEvent.AGGREGATE_TYPE, PostMortemEvent.class, id, upTo, PostMortemFold::of);
    }
}
