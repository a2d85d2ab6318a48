package dev.hindsight.logkit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hindsight.folds.Recorded;
import dev.hindsight.log.LogEntry;
import dev.hindsight.log.LogReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Folds the entries of an aggregate into its state: all of them, or those up to a position of the log.
 *
 * <p>What was read of an aggregate is kept in memory, and the next read asks the log only for what came after it. That
 * cannot tell anything else than reading all of it: an entry with a position is committed and never changes, and no entry
 * comes before it any more. Entries without a position are never kept, as they may be of a transaction that is rolled
 * back. The last entry kept is read again each time: if the log has another in its place, because an earlier backup was
 * restored, all is read anew.
 */
@Singleton
public class Histories {

    /** About a kilobyte each. */
    private static final int ENTRIES_KEPT = 5_000;

    /** Histories of a thousand entries each are in memory together. */
    private static final int READ_AT_ONCE = 25;

    private final LogReader log;
    private final Cache<Key, Known<?, ?>> known = Caffeine.newBuilder()
            .maximumWeight(ENTRIES_KEPT)
            .<Key, Known<?, ?>>weigher((_, it) -> it.events().size())
            .executor(Runnable::run)
            .build();

    public Histories(LogReader log) {
        this.log = log;
    }

    /**
     * Ids are unique in the whole log, but the entries of another kind of aggregate are not looked at.
     *
     * @param aggregateType as it is stored
     * @param upTo a position; empty for all that is recorded, numbered yet or not
     * @param fold always the same one for a type of aggregate
     */
    public <E, S> Optional<Told<S>> of(
            String aggregateType,
            Class<E> events,
            UUID id,
            OptionalLong upTo,
            Function<List<Recorded<E>>, Optional<S>> fold) {
        var reading = new Reading<>(new Key(aggregateType, id), events, fold);
        return upTo.isPresent() ? reading.upTo(upTo.getAsLong()) : reading.now();
    }

    /**
     * The states of many aggregates at a position, by their ids; of those alone of which anything was recorded by then. What
     * is read is not kept.
     *
     * @param aggregateType as it is stored
     */
    public <E, S> Map<UUID, S> ofAll(
            String aggregateType,
            Class<E> events,
            Collection<UUID> ids,
            long upTo,
            Function<List<Recorded<E>>, Optional<S>> fold) {
        Map<UUID, S> states = new HashMap<>();
        var all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += READ_AT_ONCE) {
            log.histories(all.subList(from, Math.min(from + READ_AT_ONCE, all.size())), upTo).stream()
                    .filter(entry -> entry.aggregateType().equals(aggregateType))
                    .collect(groupingBy(LogEntry::aggregateId, mapping(entry -> recorded(events, entry), toList())))
                    .forEach((id, history) -> fold.apply(history).ifPresent(state -> states.put(id, state)));
        }
        return states;
    }

    /** Lets go of what is known of an aggregate, for when its entries no longer say what they said. */
    public void forget(String aggregateType, UUID id) {
        known.invalidate(new Key(aggregateType, id));
    }

    /**
     * What was read last is what will be read next: it takes the place of what nobody reads any more. Left to itself the cache
     * keeps what was read most often, and turns a long history away each time as long as another one fills it.
     */
    private void makeRoom(Key key, int entries) {
        known.policy()
                .eviction()
                .ifPresent(kept -> kept.coldest(Integer.MAX_VALUE).keySet().stream()
                        .filter(other -> !other.equals(key))
                        .takeWhile(_ -> kept.weightedSize().orElse(0) + entries > ENTRIES_KEPT)
                        .forEach(known::invalidate));
    }

    private static <E> Recorded<E> recorded(Class<E> type, LogEntry entry) {
        return new Recorded<>(
                type.cast(entry.event()),
                entry.sequence(),
                entry.appendedAt(),
                entry.metadata().get("actor") instanceof String actor ? actor : null);
    }

    private record Key(String aggregateType, UUID id) {}

    /** The first entries of an aggregate, all of them with a position, and the state that they make. */
    private record Known<E, S>(
            List<Recorded<E>> events,
            long lastSequence,
            UUID lastEventId,
            @Nullable Told<S> told) {}

    /** One read of one aggregate. */
    private final class Reading<E, S> {

        private final Key key;
        private final Class<E> type;
        private final Function<List<Recorded<E>>, Optional<S>> fold;

        Reading(Key key, Class<E> type, Function<List<Recorded<E>>, Optional<S>> fold) {
            this.key = key;
            this.type = type;
            this.fold = fold;
        }

        Optional<Told<S>> now() {
            var before = known();
            if (before == null) {
                return all();
            }
            var entries = log.history(key.id(), before.lastSequence(), Integer.MAX_VALUE);
            if (entries.isEmpty() || !entries.getFirst().eventId().equals(before.lastEventId())) {
                known.asMap().remove(key, before);
                return all();
            }
            return entries.size() == 1 && before.told() != null
                    ? Optional.of(before.told())
                    : toldAndKept(before.events().subList(0, before.events().size() - 1), entries);
        }

        private Optional<Told<S>> all() {
            return toldAndKept(List.of(), ours(log.history(key.id(), 0, Integer.MAX_VALUE)));
        }

        Optional<Told<S>> upTo(long position) {
            var entries = ours(log.history(key.id(), position));
            return entries.isEmpty() ? Optional.empty() : told(recorded(entries), entries.getLast());
        }

        private Optional<Told<S>> toldAndKept(List<Recorded<E>> before, List<LogEntry> later) {
            if (later.isEmpty()) {
                return Optional.empty();
            }
            var events = new ArrayList<Recorded<E>>(before.size() + later.size());
            events.addAll(before);
            events.addAll(recorded(later));
            var told = told(events, later.getLast());
            int numbered = numbered(later);
            if (numbered == later.size()) {
                keep(events, later.getLast(), told.orElse(null));
            } else if (numbered > 0) {
                keep(events.subList(0, before.size() + numbered), later.get(numbered - 1), null);
            }
            return told;
        }

        private Optional<Told<S>> told(List<Recorded<E>> events, LogEntry last) {
            return fold.apply(events)
                    .map(state -> new Told<>(
                            state,
                            last.eventId(),
                            last.sequence() + 1,
                            (from, limit) -> log.history(key.id(), from, limit)));
        }

        /** Where two reads met, the longer one stays. */
        private void keep(List<Recorded<E>> events, LogEntry last, @Nullable Told<S> told) {
            var next = new Known<>(List.copyOf(events), last.sequence(), last.eventId(), told);
            makeRoom(key, events.size());
            known.asMap().merge(key, next, (one, other) -> one.lastSequence() > other.lastSequence() ? one : other);
        }

        private static int numbered(List<LogEntry> entries) {
            int numbered = 0;
            while (numbered < entries.size() && entries.get(numbered).position() != null) {
                numbered++;
            }
            return numbered;
        }

        private List<LogEntry> ours(List<LogEntry> entries) {
            return entries.stream()
                    .filter(entry -> entry.aggregateType().equals(key.aggregateType()))
                    .toList();
        }

        private List<Recorded<E>> recorded(List<LogEntry> entries) {
            return entries.stream()
                    .map(entry -> Histories.recorded(type, entry))
                    .toList();
        }

        /** What is kept under a type of aggregate was made of its events by its one fold. */
        @SuppressWarnings("unchecked")
        private @Nullable Known<E, S> known() {
            return (Known<E, S>) known.getIfPresent(key);
        }
    }
}
