package dev.hindsight.logkit;

import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.log.LogArrivals;
import dev.hindsight.log.LogEntry;
import dev.hindsight.log.LogReader;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the entries of one aggregate as they come, as server-sent events (WHATWG HTML, section 9.2).
 *
 * <p>Each event has its log position as its id, its type as its name and the entry as its data, as the history shows it.
 * The first event is {@code position}: it says from where on the stream tells, so that a reader who is cut off before
 * anything happens misses nothing either. A reader that comes back with {@code Last-Event-ID} is told all that came after
 * it. While nothing happens a comment is sent every 15 seconds. A stream ends after 15 minutes, and when the reader may
 * no longer read the aggregate; whoever may, comes back.
 */
@Singleton
public class LiveStreams {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST = 500;
    private static final int TOLD_AT_ONCE = 1_000;

    private final LogReader log;
    private final LogArrivals arrivals;
    private final JsonBodies json;
    private final Sse sse;
    private final AtomicInteger open = new AtomicInteger();
    private final Executor readers = Executors.newVirtualThreadPerTaskExecutor();

    LiveStreams(LogReader log, LogArrivals arrivals, JsonBodies json, Sse sse) {
        this.log = log;
        this.arrivals = arrivals;
        this.json = json;
        this.sse = sse;
    }

    /**
     * @param lastEventId the header as the client sent it; without it the stream begins with what comes next
     * @param readable whether the reader may still read the aggregate, asked before anything is told
     */
    public Multi<OutboundSseEvent> of(UUID aggregateId, @Nullable String lastEventId, BooleanSupplier readable) {
        long from = lastEventId == null ? log.head() : position(lastEventId);
        if (open.incrementAndGet() > MOST) {
            open.decrementAndGet();
            throw new ProblemException(StandardProblem.SERVICE_BUSY, null);
        }
        var stream = new Stream(aggregateId, from, log.countOf(aggregateId, from), readable);
        return Multi.createBy()
                .repeating()
                .uni(() -> stream, reader -> Uni.createFrom().item(reader::next).runSubscriptionOn(readers))
                .whilst(_ -> !stream.over)
                .onItem()
                .<OutboundSseEvent>disjoint()
                .onTermination()
                .invoke(open::decrementAndGet);
    }

    private long position(String lastEventId) {
        long position = Parameters.number("Last-Event-ID", lastEventId);
        if (position > log.head()) {
            throw ProblemException.invalid("Last-Event-ID", "must be the id of an event of this stream");
        }
        return position;
    }

    /** Where one reader is. Used by one thread at a time. */
    private final class Stream {

        private final UUID aggregateId;
        private final BooleanSupplier readable;
        private final long end = System.nanoTime() + LONGEST.toNanos();
        private long looked; // the position up to which everything is told
        private long next; // the sequence of the first entry that is not
        private boolean begun;
        private volatile boolean over;

        Stream(UUID aggregateId, long from, long next, BooleanSupplier readable) {
            this.aggregateId = aggregateId;
            this.looked = from;
            this.next = next;
            this.readable = readable;
        }

        /** Waits for something to tell; a comment if nothing comes. */
        List<OutboundSseEvent> next() {
            if (!begun) {
                begun = true;
                return List.of(event(looked, "position", Long.toString(looked)));
            }
            var entries = await(System.nanoTime() + HEARTBEAT.toNanos());
            over = over || System.nanoTime() > end || !readable.getAsBoolean();
            if (over) {
                return List.of();
            }
            return entries.isEmpty()
                    ? List.of(sse.newEventBuilder().comment("still here").build())
                    : entries.stream().map(this::event).toList();
        }

        private List<LogEntry> await(long until) {
            try {
                for (long left = HEARTBEAT.toNanos(); left > 0; left = until - System.nanoTime()) {
                    if (arrivals.awaitBeyond(looked, Duration.ofNanos(left))) {
                        long head = arrivals.head();
                        var entries = numbered(log.history(aggregateId, next, TOLD_AT_ONCE));
                        if (entries.isEmpty()) {
                            looked = head;
                        } else {
                            looked = positionOf(entries.getLast());
                            next += entries.size();
                            return entries;
                        }
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                over = true;
            }
            return List.of();
        }

        /** What has no position yet is told when it has. */
        private static List<LogEntry> numbered(List<LogEntry> entries) {
            return entries.stream().takeWhile(entry -> entry.position() != null).toList();
        }

        private OutboundSseEvent event(LogEntry entry) {
            var told = new String(json.write(HistoryEntry.of(entry)), StandardCharsets.UTF_8);
            return event(positionOf(entry), entry.eventType(), told);
        }

        private OutboundSseEvent event(long position, String name, String data) {
            return sse.newEventBuilder()
                    .id(Long.toString(position))
                    .name(name)
                    .mediaType(MediaType.TEXT_PLAIN_TYPE)
                    .data(data)
                    .build();
        }
    }

    private static long positionOf(LogEntry entry) {
        return Objects.requireNonNull(entry.position(), "only entries with a position are told");
    }
}
