package dev.hindsight.incident.rest;

import dev.hindsight.contracts.incident.TimelineKind;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.incident.guard.GuardedEntry;
import dev.hindsight.incident.guard.GuardedTimelines;
import dev.hindsight.incident.guard.GuardedTimelines.After;
import dev.hindsight.incident.timeline.TimelineSelection;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.rest.Cursor;
import dev.hindsight.kit.rest.Limits;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.kit.rest.Parameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The timeline that a post-mortem meeting reviews; while it is masked, nothing that was recorded later is in it. */
@Path("/api/postmortems/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
public class GuardedTimelineReads {

    private static final TimelineSelection ALL = new TimelineSelection(null, null, null, null, null, null, null);

    private final PostMortemReaders readers;
    private final GuardedTimelines timelines;
    private final Actors actors;

    GuardedTimelineReads(PostMortemReaders readers, GuardedTimelines timelines, Actors actors) {
        this.readers = readers;
        this.timelines = timelines;
        this.actors = actors;
    }

    /**
     * How much there is of each kind.
     *
     * @param mask the moment that the timeline is masked to; null if it is not
     */
    public record Counts(
            int entries,
            Map<TimelineKind, Long> byKind,
            @Nullable Instant mask) {}

    /** By time; each entry says how long after the moment under discussion it was known. */
    @GET
    public Page<GuardedEntry> list(
            @PathParam("id") String id,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("q") @Nullable String text,
            @QueryParam("moment") @Nullable String moment,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int rows = Limits.parse(limit);
        var selection = new TimelineSelection(
                Parameters.constant(TimelineKind.class, "kind", kind),
                null,
                null,
                null,
                null,
                null,
                Parameters.text(text));
        var after = Cursor.parse(cursor, 3).map(GuardedTimelineReads::after).orElse(null);
        return Page.of(
                find(id, selection, moment, after).stream().limit(rows + 1L).toList(),
                rows,
                GuardedTimelineReads::cursor);
    }

    @GET
    @Path("counts")
    public Counts counts(@PathParam("id") String id, @QueryParam("q") @Nullable String text) {
        var postMortem = postMortem(id);
        var entries = timelines.find(
                postMortem,
                new TimelineSelection(null, null, null, null, null, null, Parameters.text(text)),
                null,
                null);
        return new Counts(
                entries.size(),
                entries.stream().collect(Collectors.groupingBy(it -> it.entry().kind(), Collectors.counting())),
                postMortem.meeting().mask());
    }

    @GET
    @Path("{entry}")
    public GuardedEntry one(
            @PathParam("id") String id, @PathParam("entry") UUID entry, @QueryParam("moment") @Nullable String moment) {
        return find(id, ALL, moment, null).stream()
                .filter(it -> it.entry().entryId().equals(entry))
                .findFirst()
                .orElseThrow(Readers::notFound);
    }

    private List<GuardedEntry> find(
            String id, TimelineSelection selection, @Nullable String moment, @Nullable After after) {
        return timelines.find(postMortem(id), selection, Parameters.time("moment", moment), after);
    }

    private PostMortemStatus postMortem(String id) {
        return readers.postMortem(actors.current(), id, OptionalLong.empty()).state();
    }

    private static Cursor cursor(GuardedEntry last) {
        return Cursor.of(
                last.entry().occurredAt().earliest().toString(),
                last.incidentId().toString(),
                Long.toString(last.entry().sequence()));
    }

    private static After after(Cursor cursor) {
        return new After(
                Parameters.instant("cursor", cursor.values().get(0)),
                Parameters.id("cursor", cursor.values().get(1)),
                Parameters.number("cursor", cursor.values().get(2)));
    }
}
