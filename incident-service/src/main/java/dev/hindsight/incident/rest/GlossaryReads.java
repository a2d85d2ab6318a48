package dev.hindsight.incident.rest;

import dev.hindsight.folds.glossary.TermState;
import dev.hindsight.incident.glossary.Glossary;
import dev.hindsight.incident.glossary.Glossary.After;
import dev.hindsight.incident.glossary.GlossaryEntry;
import dev.hindsight.incident.glossary.GlossaryProjection;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.rest.Cursor;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.kit.rest.Limits;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.logkit.HistoryEntry;
import dev.hindsight.logkit.KnownUpTo;
import dev.hindsight.logkit.PublishedApi;
import dev.hindsight.logkit.ReadYourWrites;
import dev.hindsight.logkit.SingleReads;
import dev.hindsight.logkit.Told;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The glossary to read: the list and what is found in a text from its projection, one term from its own entries. */
@Path("/api/glossary")
@Produces(MediaType.APPLICATION_JSON)
public class GlossaryReads {

    private final Glossary glossary;
    private final TermReaders readers;
    private final KnownUpTo known;
    private final ReadYourWrites writes;
    private final Actors actors;
    private final JsonBodies json;

    GlossaryReads(
            Glossary glossary,
            TermReaders readers,
            KnownUpTo known,
            ReadYourWrites writes,
            Actors actors,
            JsonBodies json) {
        this.glossary = glossary;
        this.readers = readers;
        this.known = known;
        this.writes = writes;
        this.actors = actors;
        this.json = json;
    }

    @GET
    public RestResponse<Page<GlossaryEntry>> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        TermReaders.requireReader(actors.current());
        int rows = Limits.parse(limit);
        var after = Cursor.parse(cursor, 2).map(GlossaryReads::after).orElse(null);
        boolean stale = writes.isStale(GlossaryProjection.NAME, logEntry);
        var found = glossary.find(Parameters.text(text), after, rows + 1);
        return ReadYourWrites.answer(Page.of(found, rows, GlossaryReads::cursor), stale);
    }

    @GET
    @Path("{term}")
    public RestResponse<TermState> one(
            @PathParam("term") String idOrSpelling,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return SingleReads.answer(told(idOrSpelling, knownAt, atPosition), ifNoneMatch);
    }

    @GET
    @Path("{term}/events")
    public Page<HistoryEntry> events(
            @PathParam("term") String idOrSpelling,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return HistoryEntry.page(told(idOrSpelling, knownAt, atPosition), limit, cursor);
    }

    /** Which terms a text uses, and which technical words in it no term explains; nothing is kept of it. */
    @POST
    @Path("lookups")
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = PublishedApi.READS, value = "true")
    public RestResponse<ExplainedText> lookUp(
            @RequestBodySchema(GlossaryRequests.LookUpTerms.class) byte[] body,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        TermReaders.requireReader(actors.current());
        var request = json.read(body, GlossaryRequests.LookUpTerms.class);
        boolean stale = writes.isStale(GlossaryProjection.NAME, logEntry);
        return ReadYourWrites.answer(ExplainedText.of(glossary.finder().read(request.text())), stale);
    }

    private Told<TermState> told(String idOrSpelling, @Nullable String knownAt, @Nullable String atPosition) {
        TermReaders.requireReader(actors.current());
        return readers.term(readers.id(idOrSpelling), known.of(knownAt, atPosition));
    }

    private static Cursor cursor(GlossaryEntry last) {
        return Cursor.of(last.order(), last.termId().toString());
    }

    private static After after(Cursor cursor) {
        return new After(
                cursor.values().getFirst(),
                Parameters.id("cursor", cursor.values().getLast()));
    }
}
