package dev.hindsight.incident.rest;

import dev.hindsight.incident.history.IncidentHistories;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.logkit.KnownUpTo;
import dev.hindsight.logkit.SingleReads;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Post-mortems to read: by those who may read all of their incidents. */
@Path("/api/postmortems")
@Produces(MediaType.APPLICATION_JSON)
public class PostMortemResource {

    private final IncidentHistories histories;
    private final Readers readers;
    private final KnownUpTo known;
    private final Actors actors;

    PostMortemResource(IncidentHistories histories, Readers readers, KnownUpTo known, Actors actors) {
        this.histories = histories;
        this.readers = readers;
        this.known = known;
        this.actors = actors;
    }

    @GET
    @Path("{id}")
    public Response one(
            @PathParam("id") String id,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var caller = actors.current();
        var told = histories.postMortem(uuid(id), known.of(knownAt, atPosition)).orElseThrow(Readers::notFound);
        told.state().incidentIds().forEach(incident -> readers.incident(caller, incident, OptionalLong.empty()));
        return SingleReads.answer(told, ifNoneMatch);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Readers.notFound();
        }
    }
}
