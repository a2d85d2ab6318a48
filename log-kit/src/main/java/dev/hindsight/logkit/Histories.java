package dev.hindsight.logkit;

import dev.hindsight.folds.Recorded;
import dev.hindsight.log.LogEntry;
import dev.hindsight.log.LogReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/** Folds the entries of an aggregate into its state: all of them, or those up to a position of the log. */
@Singleton
public class Histories {

    private final LogReader log;

    Histories(LogReader log) {
        this.log = log;
    }

    /**
     * Ids are unique in the whole log, but the entries of another kind of aggregate are not looked at.
     *
     * @param aggregateType as it is stored
     * @param upTo a position; empty for all that is recorded, numbered yet or not
     */
    public <E, S> Optional<Told<S>> of(
            String aggregateType,
            Class<E> events,
            UUID id,
            OptionalLong upTo,
            Function<List<Recorded<E>>, Optional<S>> fold) {
        var all = upTo.isPresent() ? log.history(id, upTo.getAsLong()) : log.history(id);
        var entries = all.stream()
                .filter(entry -> entry.aggregateType().equals(aggregateType))
                .toList();
        return fold.apply(entries.stream().map(entry -> recorded(entry, events)).toList())
                .map(state -> new Told<>(state, entries));
    }

    private static <E> Recorded<E> recorded(LogEntry entry, Class<E> type) {
        return new Recorded<>(
                type.cast(entry.event()),
                entry.sequence(),
                entry.appendedAt(),
                entry.metadata().get("actor") instanceof String actor ? actor : null);
    }
}
