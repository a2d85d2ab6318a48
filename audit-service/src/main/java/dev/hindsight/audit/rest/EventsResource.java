package dev.hindsight.audit.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.audit.entries.KnownAccess;
import dev.hindsight.audit.entries.SealedEvent;
import dev.hindsight.audit.entries.SealedEvents;
import dev.hindsight.audit.entries.SealedEvents.Filter;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.rest.Cursor;
import dev.hindsight.kit.rest.Limits;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.log.LogReader;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The sealed log, for auditors: a page of it, or all of it as a stream. */
@Path("/api/audit/events")
public class EventsResource {

    private static final int STREAMED_AT_ONCE = 500;

    private final Auditors auditors;
    private final Seals seals;
    private final SealedEvents events;
    private final KnownAccess known;
    private final LogReader log;
    private final ObjectMapper json;

    EventsResource(
            Auditors auditors, Seals seals, SealedEvents events, KnownAccess known, LogReader log, ObjectMapper json) {
        this.auditors = auditors;
        this.seals = seals;
        this.events = events;
        this.known = known;
        this.log = log;
        this.json = json;
    }

    /** What to look for, as the client sent it. */
    public static class Query {

        @QueryParam("after")
        @Nullable
        String after;

        @QueryParam("aggregate")
        @Nullable
        String aggregate;

        @QueryParam("type")
        @Nullable
        String type;

        @QueryParam("actor")
        @Nullable
        String actor;

        @QueryParam("from")
        @Nullable
        String from;

        @QueryParam("to")
        @Nullable
        String to;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<SealedEvent> page(
            @BeanParam Query query,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor)
            throws InterruptedException {
        auditors.requireAuditor();
        int rows = Limits.parse(limit);
        var filter = filter(query);
        var from = Cursor.parse(cursor, 1)
                .map(next -> position("cursor", next.values().getFirst()))
                .orElse(0L);
        var found = events.find(filter.from(from), known.upTo(filter.upTo()), rows + 1);
        return Page.of(found, rows, last -> Cursor.of(Long.toString(last.position())));
    }

    /** Everything up to the last checkpoint, a line each; reads ahead {@value #STREAMED_AT_ONCE} at most. */
    @GET
    @Produces("application/x-ndjson")
    public StreamingOutput stream(@BeanParam Query query) throws InterruptedException {
        auditors.requireAuditor();
        var filter = filter(query);
        long accessKnown = known.upTo(filter.upTo());
        return out -> write(filter, accessKnown, out);
    }

    private void write(Filter filter, long accessKnown, OutputStream out) throws IOException {
        var rest = filter;
        for (var more = true; more; ) {
            var found = events.find(rest, accessKnown, STREAMED_AT_ONCE);
            for (var event : found) {
                out.write(json.writeValueAsBytes(event));
                out.write('\n');
            }
            out.flush();
            more = found.size() == STREAMED_AT_ONCE;
            if (more) {
                rest = rest.from(found.getLast().position());
            }
        }
    }

    private Filter filter(Query query) {
        long sealed = seals.last().size();
        var from = Parameters.time("from", query.from);
        var to = Parameters.time("to", query.to);
        var filter = new Filter(
                query.after == null ? 0 : position("after", query.after),
                to == null ? sealed : Math.min(sealed, before(to)),
                query.aggregate == null ? null : Parameters.id("aggregate", query.aggregate),
                Parameters.text(query.type),
                Parameters.text(query.actor));
        return from == null ? filter : filter.from(before(from));
    }

    /** The last position recorded before a time; the log counts in microseconds. */
    private long before(Instant time) {
        return log.positionAt(time.minusNanos(1000));
    }

    private static long position(String name, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw ProblemException.invalid(name, "must be a position of the log");
        }
        return Long.parseLong(text);
    }
}
