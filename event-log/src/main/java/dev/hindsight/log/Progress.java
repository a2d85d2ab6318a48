package dev.hindsight.log;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Knows where processors are by their token rows, so it tells the same in every replica. */
final class Progress {

    private static final long SHORTEST_WAIT = 2;
    private static final long LONGEST_WAIT = 32;

    private static final String NOW = "SELECT clock_timestamp()";
    private static final String NUMBERED = "SELECT coalesce(oldest > :time, true) FROM log.pending()";

    private final Jdbi jdbi;
    private final Serializer tokens;
    private final LogReader reader;
    private final String all;
    private final String add;

    Progress(Jdbi jdbi, Serializer tokens, LogReader reader, String schema) {
        this.jdbi = jdbi;
        this.tokens = tokens;
        this.reader = reader;
        this.all = "SELECT processor_name, token, token_type FROM %s.token_entry WHERE segment = 0".formatted(schema);
        this.add = "INSERT INTO %s.token_entry (processor_name, segment) VALUES (?, 0) ON CONFLICT DO NOTHING"
                .formatted(schema);
    }

    /** Makes a token row: two replicas that start together on an empty table would else fail in Axon 4.13.0. */
    void register(String processor) {
        jdbi.useHandle(db -> db.execute(add, processor));
    }

    /** The last position that each processor has handled. */
    Map<String, Long> positions() {
        return jdbi.withHandle(db -> db.createQuery(all).reduceRows(new TreeMap<>(), (positions, row) -> {
            positions.put(
                    row.getColumn("processor_name", String.class),
                    position(row.getColumn("token", byte[].class), row.getColumn("token_type", String.class)));
            return positions;
        }));
    }

    boolean await(String processor, UUID eventId, Duration longest) throws InterruptedException {
        return await(() -> passed(processor, eventId), System.nanoTime() + longest.toNanos());
    }

    boolean await(String processor, long position, Duration longest) throws InterruptedException {
        return await(() -> isPast(processor, position), System.nanoTime() + longest.toNanos());
    }

    /** What is committed before a moment was appended before it: once nothing so old waits for its position, all have one. */
    boolean awaitAll(String processor, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        var now = jdbi.withHandle(
                db -> db.createQuery(NOW).mapTo(OffsetDateTime.class).one());
        if (!await(() -> isNumberedUpTo(now), end)) {
            return false;
        }
        long head = reader.head();
        return await(() -> isPast(processor, head), end);
    }

    private static boolean await(BooleanSupplier reached, long end) throws InterruptedException {
        long wait = SHORTEST_WAIT;
        while (!reached.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            Thread.sleep(Math.min(wait, left));
            wait = Math.min(wait * 2, LONGEST_WAIT);
        }
        return true;
    }

    private boolean isNumberedUpTo(OffsetDateTime time) {
        return jdbi.withHandle(db ->
                db.createQuery(NUMBERED).bind("time", time).mapTo(boolean.class).one());
    }

    private boolean passed(String processor, UUID eventId) {
        var position = reader.positionOf(eventId);
        return position.isPresent() && isPast(processor, position.getAsLong());
    }

    private boolean isPast(String processor, long position) {
        return positions().getOrDefault(processor, 0L) >= position;
    }

    private long position(byte @Nullable [] token, @Nullable String type) {
        if (token == null || type == null) {
            return 0;
        }
        TrackingToken read = tokens.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read.position().orElse(0);
    }
}
