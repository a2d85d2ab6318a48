package dev.hindsight.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the log: one aggregate by its sequence, all entries by their positions. */
public final class LogReader {

    private static final int PAGE = 1000;
    private static final String AFTER = """
            SELECT p.position, e.*
              FROM log.log_position p JOIN log.event_entry e USING (global_index)
             WHERE p.position > :position ORDER BY p.position LIMIT :page
            """;
    private static final String HEAD = "SELECT coalesce(max(position), 0) FROM log.log_position";
    private static final String HISTORY = """
            SELECT e.*, p.position, p.sequenced_at
              FROM log.event_entry e LEFT JOIN log.log_position p USING (global_index)
             WHERE e.aggregate_id = :aggregate ORDER BY e.sequence
            """;
    private static final String FIRST = HISTORY + " LIMIT 1";
    private static final String HISTORY_FROM = """
            SELECT e.*, p.position, p.sequenced_at
              FROM log.event_entry e LEFT JOIN log.log_position p USING (global_index)
             WHERE e.aggregate_id = :aggregate AND e.sequence >= :from ORDER BY e.sequence LIMIT :limit
            """;
    private static final String HISTORY_AT = """
            SELECT e.*, p.position, p.sequenced_at
              FROM log.event_entry e JOIN log.log_position p USING (global_index)
             WHERE e.aggregate_id = :aggregate AND p.position <= :position ORDER BY e.sequence
            """;
    private static final String HISTORIES_AT = """
            SELECT e.*, p.position, p.sequenced_at
              FROM log.event_entry e JOIN log.log_position p USING (global_index)
             WHERE e.aggregate_id = ANY(:aggregates) AND p.position <= :position ORDER BY e.aggregate_id, e.sequence
            """;
    private static final String COUNT_AT = """
            SELECT coalesce(max(e.sequence) + 1, 0)
              FROM log.event_entry e JOIN log.log_position p USING (global_index)
             WHERE e.aggregate_id = :aggregate AND p.position <= :position
            """;
    private static final String POSITION_AT = """
            SELECT position FROM log.log_position
             WHERE sequenced_at <= :time ORDER BY sequenced_at DESC, position DESC LIMIT 1
            """;
    private static final String POSITION_OF = """
            SELECT p.position FROM log.event_entry e JOIN log.log_position p USING (global_index)
             WHERE e.event_id = :event
            """;

    private final Jdbi jdbi;
    private final EventNames names;

    LogReader(Jdbi jdbi, EventNames names) {
        this.jdbi = jdbi;
        this.names = names;
    }

    /** The last position given, 0 when the log is empty. */
    public long head() {
        return jdbi.withHandle(db -> db.createQuery(HEAD).mapTo(long.class).one());
    }

    /** All entries of one aggregate, those without a position yet included. */
    public List<LogEntry> history(UUID aggregateId) {
        return jdbi.withHandle(db -> db.createQuery(HISTORY)
                .bind("aggregate", aggregateId)
                .map((row, _) -> entry(row))
                .list());
    }

    /** The entries of one aggregate from a sequence on, at most so many, those without a position yet included. */
    public List<LogEntry> history(UUID aggregateId, long fromSequence, int limit) {
        return jdbi.withHandle(db -> db.createQuery(HISTORY_FROM)
                .bind("aggregate", aggregateId)
                .bind("from", fromSequence)
                .bind("limit", limit)
                .map((row, _) -> entry(row))
                .list());
    }

    /** The first entry of one aggregate, however many came after it. */
    public Optional<LogEntry> first(UUID aggregateId) {
        return jdbi.withHandle(db -> db.createQuery(FIRST)
                .bind("aggregate", aggregateId)
                .map((row, _) -> entry(row))
                .findOne());
    }

    /** The entries of one aggregate that the log had numbered up to a position. */
    public List<LogEntry> history(UUID aggregateId, long atPosition) {
        return jdbi.withHandle(db -> db.createQuery(HISTORY_AT)
                .bind("aggregate", aggregateId)
                .bind("position", atPosition)
                .map((row, _) -> entry(row))
                .list());
    }

    /** The entries of several aggregates that the log had numbered up to a position: one aggregate after the other. */
    public List<LogEntry> histories(Collection<UUID> aggregateIds, long atPosition) {
        return jdbi.withHandle(db -> db.createQuery(HISTORIES_AT)
                .bindArray("aggregates", UUID.class, List.copyOf(aggregateIds))
                .bind("position", atPosition)
                .map((row, _) -> entry(row))
                .list());
    }

    /** How many entries of one aggregate the log had numbered up to a position: the sequence of the next one. */
    public long countOf(UUID aggregateId, long atPosition) {
        return jdbi.withHandle(db -> db.createQuery(COUNT_AT)
                .bind("aggregate", aggregateId)
                .bind("position", atPosition)
                .mapTo(long.class)
                .one());
    }

    /** The last position given at or before a time, 0 if there was none. */
    public long positionAt(Instant time) {
        return jdbi.withHandle(db -> db.createQuery(POSITION_AT)
                .bind("time", time.atOffset(ZoneOffset.UTC))
                .mapTo(long.class)
                .findOne()
                .orElse(0L));
    }

    /** The position of an event; empty while it has none. */
    public OptionalLong positionOf(UUID eventId) {
        return jdbi.withHandle(db -> db.createQuery(POSITION_OF).bind("event", eventId).mapTo(long.class).stream()
                .mapToLong(Long::longValue)
                .findFirst());
    }

    /** The next entries after a position, up to one that cannot be read. */
    LogPage after(long position) {
        var rows = jdbi.withHandle(db -> db.createQuery(AFTER)
                .bind("position", position)
                .bind("page", PAGE)
                .map((row, _) -> tracked(row))
                .list());
        var events = new ArrayList<TrackedEventMessage<?>>(rows.size());
        for (var row : rows) {
            try {
                EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(row), names, NoOpEventUpcaster.INSTANCE)
                        .forEach(events::add);
            } catch (SerializationException e) {
                return new LogPage(
                        events,
                        new UnreadableEntryException(
                                row.trackingToken().position().orElseThrow(),
                                row.getPayload().getType().getName()));
            }
        }
        return new LogPage(events, null);
    }

    private LogEntry entry(ResultSet row) throws SQLException {
        var type = row.getString("event_type");
        var revision = row.getString("revision");
        return new LogEntry(
                row.getObject("position", Long.class),
                row.getObject("event_id", UUID.class),
                row.getString("aggregate_type"),
                row.getObject("aggregate_id", UUID.class),
                row.getLong("sequence"),
                type,
                revision,
                names.event(type, revision, row.getString("payload")),
                names.metadata(row.getString("metadata")),
                row.getObject("appended_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("sequenced_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static TrackedDomainEventData<String> tracked(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(row.getLong("position")),
                new GenericDomainEventEntry<>(
                        row.getString("aggregate_type"),
                        row.getString("aggregate_id"),
                        row.getLong("sequence"),
                        row.getString("event_id"),
                        row.getObject("appended_at", OffsetDateTime.class).toInstant(),
                        row.getString("event_type"),
                        row.getString("revision"),
                        row.getString("payload"),
                        row.getString("metadata")));
    }
}
