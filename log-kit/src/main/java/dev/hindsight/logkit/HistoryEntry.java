package dev.hindsight.logkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.kit.json.EventJson;
import dev.hindsight.kit.rest.Cursor;
import dev.hindsight.kit.rest.Limits;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.log.LogEntry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry of a history as it was stored. */
public record HistoryEntry(
        UUID eventId,
        String type,
        long sequence,
        @Nullable Long position,
        Instant recordedAt,
        @Nullable Object actor,
        Object payload) {

    private static final ObjectMapper STORED = EventJson.mapper();

    /** One page of a history, oldest first; both parameters as the client sent them. */
    public static Page<HistoryEntry> page(Told<?> told, @Nullable String limit, @Nullable String cursor) {
        int rows = Limits.parse(limit);
        long from = Cursor.parse(cursor, 1)
                .map(next -> Parameters.number("cursor", next.values().getFirst()))
                .orElse(0L);
        var page = told.entries(from, rows).stream().map(HistoryEntry::of).toList();
        boolean more = from + page.size() < told.version();
        return new Page<>(
                page, more ? Cursor.of(Long.toString(from + page.size())).text() : null);
    }

    static HistoryEntry of(LogEntry entry) {
        return new HistoryEntry(
                entry.eventId(),
                entry.eventType(),
                entry.sequence(),
                entry.position(),
                entry.appendedAt(),
                entry.metadata().get("actor"),
                STORED.valueToTree(entry.event()));
    }
}
