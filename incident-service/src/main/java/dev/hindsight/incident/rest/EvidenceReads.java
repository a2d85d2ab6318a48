package dev.hindsight.incident.rest;

import dev.hindsight.contracts.incident.EvidenceFacts;
import dev.hindsight.contracts.incident.EvidenceFacts.StoredContent;
import dev.hindsight.contracts.incident.EvidenceKind;
import dev.hindsight.folds.incident.EvidenceState;
import dev.hindsight.incident.evidence.ContentStore;
import dev.hindsight.incident.evidence.SeriesContent;
import dev.hindsight.incident.evidence.Thinning;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.EntityTags;
import dev.hindsight.logkit.KnownUpTo;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The content of evidence: what was recorded, or nothing. What is retracted stays readable. */
@Path("/api/incidents/{id}/evidence/{evidence}")
public class EvidenceReads {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int POINTS = 1_000;
    private static final int MOST_POINTS = 10_000;

    private final Readers readers;
    private final Actors actors;
    private final ContentStore store;
    private final KnownUpTo known;

    EvidenceReads(Readers readers, Actors actors, ContentStore store, KnownUpTo known) {
        this.readers = readers;
        this.known = known;
        this.actors = actors;
        this.store = store;
    }

    /** Strangers made it, so a browser saves it and neither guesses nor runs anything. */
    @GET
    @Path("content")
    @Produces(MediaType.WILDCARD)
    @APIResponse(responseCode = "304", description = "Not Modified: the client has it already")
    @APIResponse(
            responseCode = "200",
            description = "The bytes, of the media type that was found in them",
            content = @Content(mediaType = "*/*"))
    public Response content(
            @PathParam("id") String idOrReference,
            @PathParam("evidence") UUID evidence,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var piece =
                evidence(idOrReference, evidence, known.of(knownAt, atPosition)).facts();
        var content = content(piece);
        var tag = "\"" + content.digest() + "\"";
        if (EntityTags.ifNoneMatch(ifNoneMatch)
                .filter(tags -> tags.any() || tags.tags().contains(content.digest()))
                .isPresent()) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        var verified = store.verified(content);
        StreamingOutput bytes = verified::writeTo;
        return Response.ok(bytes, content.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, verified.size())
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.attachment(name(piece, content)))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }

    /** A series to look at: no more points than asked for, spikes included. */
    @GET
    @Path("series")
    @Produces(MediaType.APPLICATION_JSON)
    public EvidenceRequests.Thinned series(
            @PathParam("id") String idOrReference,
            @PathParam("evidence") UUID evidence,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @QueryParam("points") @Nullable String points) {
        int wanted = wanted(points);
        var piece =
                evidence(idOrReference, evidence, known.of(knownAt, atPosition)).facts();
        var series = piece.series();
        if (piece.kind() != EvidenceKind.METRIC_SERIES || series == null) {
            throw new ProblemException(StandardProblem.NOT_FOUND, "This evidence is no series.");
        }
        var all = SeriesContent.read(store.verified(content(piece)).bytes());
        return new EvidenceRequests.Thinned(series.name(), series.unit(), all.size(), Thinning.thin(all, wanted));
    }

    private EvidenceState evidence(String idOrReference, UUID evidence, OptionalLong upTo) {
        return readers.incident(actors.current(), readers.id(idOrReference), upTo).state().evidence().stream()
                .filter(piece -> piece.evidenceId().equals(evidence))
                .findFirst()
                .orElseThrow(Readers::notFound);
    }

    private static StoredContent content(EvidenceFacts piece) {
        if (piece.content() == null) {
            throw new ProblemException(
                    StandardProblem.NOT_FOUND, "This evidence is a reference: nothing of it is kept.");
        }
        return piece.content();
    }

    /** Without a name of its own, the beginning of its digest. */
    private static String name(EvidenceFacts piece, StoredContent content) {
        if (content.fileName() != null) {
            return content.fileName();
        }
        return content.digest().substring(0, 16) + (piece.series() == null ? ".txt" : ".json");
    }

    private static int wanted(@Nullable String points) {
        if (points == null) {
            return POINTS;
        }
        int wanted = NUMBER.matcher(points).matches() ? Integer.parseInt(points) : 0;
        if (wanted < 2 || wanted > MOST_POINTS) {
            throw ProblemException.invalid("points", "must be a number from 2 to " + MOST_POINTS);
        }
        return wanted;
    }
}
