package dev.hindsight.incident.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.incident.overview.IncidentOverview;
import dev.hindsight.incident.overview.IncidentOverviewProjection;
import dev.hindsight.incident.overview.IncidentOverviews;
import dev.hindsight.incident.overview.IncidentOverviews.After;
import dev.hindsight.incident.overview.IncidentOverviews.Filter;
import dev.hindsight.incident.rights.Rights;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.json.EventJson;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.rest.Cursor;
import dev.hindsight.kit.rest.EntityTags;
import dev.hindsight.kit.rest.Limits;
import dev.hindsight.log.LogEntry;
import dev.hindsight.log.PositionWait;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Incidents to read: the list from its projection, one incident and its history from its own entries. */
@Path("/api/incidents")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentReads {

    private static final ObjectMapper STORED = EventJson.mapper();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final IncidentOverviews overviews;
    private final Readers readers;
    private final KnownUpTo known;
    private final PositionWait wait;
    private final Actors actors;

    IncidentReads(IncidentOverviews overviews, Readers readers, KnownUpTo known, PositionWait wait, Actors actors) {
        this.overviews = overviews;
        this.readers = readers;
        this.known = known;
        this.wait = wait;
        this.actors = actors;
    }

    /** One page of a list. */
    public record Page<T>(List<T> items, @Nullable String nextCursor) {}

    /** One entry of the history as it was stored. */
    public record HistoryEntry(
            UUID eventId,
            String type,
            long sequence,
            @Nullable Long position,
            Instant recordedAt,
            @Nullable Object actor,
            Object payload) {}

    @GET
    public Response list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("team") @Nullable String team,
            @QueryParam("system") @Nullable String system,
            @QueryParam("chain") @Nullable String chain,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("q") @Nullable String text,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        var caller = actors.current();
        int rows = Limits.parse(limit);
        var filter = new Filter(
                constant(IncidentStatus.class, "status", status),
                constant(Severity.class, "severity", severity),
                constant(IncidentMode.class, "mode", mode),
                team,
                system,
                chain,
                time("from", from),
                time("to", to),
                text == null || text.isBlank() ? null : text);
        var after = Cursor.parse(cursor, 2).map(IncidentReads::after).orElse(null);
        boolean stale = logEntry != null
                && !wait.await(IncidentOverviewProjection.NAME, id("Log-Entry", logEntry), LONGEST_WAIT);
        var found = overviews.find(Rights.readScope(caller), filter, after, rows + 1);
        var response = Response.ok(page(found, rows));
        return (stale ? response.header("Hindsight-Stale", "true") : response).build();
    }

    @GET
    @Path("{id}")
    public Response one(
            @PathParam("id") String idOrReference,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var told = readers.incident(actors.current(), readers.id(idOrReference), known.of(knownAt, atPosition));
        var tag = EntityTags.of(told.state().version());
        var unchanged = EntityTags.ifNoneMatch(ifNoneMatch)
                .filter(tags -> tags.matches(told.state().version()));
        return (unchanged.isPresent() ? Response.notModified() : Response.ok(told.state()))
                .header(HttpHeaders.ETAG, tag)
                .build();
    }

    @GET
    @Path("{id}/events")
    public Page<HistoryEntry> events(
            @PathParam("id") String idOrReference,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var told = readers.incident(actors.current(), readers.id(idOrReference), known.of(knownAt, atPosition));
        int rows = Limits.parse(limit);
        long from = Cursor.parse(cursor, 1)
                .map(next -> number(next.values().getFirst()))
                .orElse(0L);
        var page = told.entries().stream()
                .filter(entry -> entry.sequence() >= from)
                .limit(rows)
                .map(IncidentReads::historyEntry)
                .toList();
        boolean more = from + page.size() < told.state().version();
        return new Page<>(
                page, more ? Cursor.of(Long.toString(from + page.size())).text() : null);
    }

    private static HistoryEntry historyEntry(LogEntry entry) {
        return new HistoryEntry(
                entry.eventId(),
                entry.eventType(),
                entry.sequence(),
                entry.position(),
                entry.appendedAt(),
                entry.metadata().get("actor"),
                STORED.valueToTree(entry.event()));
    }

    private static Page<IncidentOverview> page(List<IncidentOverview> found, int rows) {
        if (found.size() <= rows) {
            return new Page<>(found, null);
        }
        var last = found.get(rows - 1);
        return new Page<>(
                found.subList(0, rows),
                Cursor.of(last.startedAt().toString(), last.incidentId().toString())
                        .text());
    }

    private static After after(Cursor cursor) {
        var at = time("cursor", cursor.values().getFirst());
        return new After(
                Optional.ofNullable(at).orElseThrow(),
                id("cursor", cursor.values().getLast()));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid(field, "must be one of " + Arrays.toString(type.getEnumConstants())));
    }

    private static @Nullable Instant time(String field, @Nullable String text) {
        try {
            return text == null || text.isBlank()
                    ? null
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.invalid(field, "must be an RFC 3339 time with its zone");
        }
    }

    private static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(field, "must be an id");
        }
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw ProblemException.invalid("cursor", "must be the nextCursor of a page of this list");
        }
        return Long.parseLong(text);
    }
}
