package dev.hindsight.logkit;

import dev.hindsight.log.LogEntry;
import java.util.List;
import java.util.UUID;

/** A state with the entries that made it, oldest first. */
public record Told<S>(S state, List<LogEntry> entries) {

    public UUID lastEventId() {
        return entries.getLast().eventId();
    }

    /** How many entries the state includes. */
    public long version() {
        return entries.getLast().sequence() + 1;
    }
}
