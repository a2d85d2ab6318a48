package dev.hindsight.incident.history;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.incident.IncidentFold;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.folds.postmortem.PostMortemFold;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.incident.domain.Incident;
import dev.hindsight.incident.domain.PostMortem;
import dev.hindsight.log.LogEntry;
import dev.hindsight.log.LogReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Folds the entries of an aggregate into its state: all of them, or those up to a position of the log. */
@Singleton
public class Histories {

    private final LogReader log;

    Histories(LogReader log) {
        this.log = log;
    }

    /** A state with the entries that made it, oldest first. */
    public record Told<S>(S state, List<LogEntry> entries) {

        public UUID lastEventId() {
            return entries.getLast().eventId();
        }
    }

    /** @param upTo a position; empty for all that is recorded, numbered yet or not */
    public Optional<Told<IncidentState>> incident(UUID id, OptionalLong upTo) {
        var entries = entries(id, upTo, Incident.TYPE);
        return IncidentFold.of(entries.stream()
                        .map(entry -> recorded(entry, IncidentEvent.class))
                        .toList())
                .map(state -> new Told<>(state, entries));
    }

    /** @param upTo a position; empty for all that is recorded, numbered yet or not */
    public Optional<Told<PostMortemStatus>> postMortem(UUID id, OptionalLong upTo) {
        var entries = entries(id, upTo, PostMortem.TYPE);
        return PostMortemFold.of(entries.stream()
                        .map(entry -> recorded(entry, PostMortemEvent.class))
                        .toList())
                .map(state -> new Told<>(state, entries));
    }

    /** Ids are unique in the whole log, but the entries of another kind of aggregate are none of ours. */
    private List<LogEntry> entries(UUID id, OptionalLong upTo, String type) {
        var entries = upTo.isPresent() ? log.history(id, upTo.getAsLong()) : log.history(id);
        return entries.stream()
                .filter(entry -> entry.aggregateType().equals(type))
                .toList();
    }

    private static <E> Recorded<E> recorded(LogEntry entry, Class<E> type) {
        return new Recorded<>(
                type.cast(entry.event()),
                entry.sequence(),
                entry.appendedAt(),
                entry.metadata().get("actor") instanceof String actor ? actor : null);
    }
}
