package dev.hindsight.logkit;

import dev.hindsight.log.LogEntry;
import java.util.List;
import java.util.UUID;

/**
 * A state with the way to the entries that made it, which are read only when asked for.
 *
 * @param lastEventId of the last entry that the state includes
 * @param version how many entries the state includes
 */
public record Told<S>(S state, UUID lastEventId, long version, Entries history) {

    /** The entries of one aggregate from a sequence on, oldest first, a bounded number at once. */
    @FunctionalInterface
    public interface Entries {

        List<LogEntry> from(long sequence, int limit);
    }

    /** Of the entries that the state includes those from a sequence on, at most so many. */
    public List<LogEntry> entries(long from, int limit) {
        int left = (int) Math.clamp(version - from, 0, limit);
        return left == 0 ? List.of() : history.from(from, left);
    }
}
