package dev.hindsight.incident.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.folds.glossary.TermState;
import dev.hindsight.incident.domain.GlossaryCommand;
import dev.hindsight.incident.domain.GlossaryCommand.DefineTerm;
import dev.hindsight.incident.domain.GlossaryCommand.ReviseTerm;
import dev.hindsight.incident.domain.GlossaryCommand.TakeOverShippedTerm;
import dev.hindsight.incident.domain.GlossaryCommand.WithdrawTerm;
import dev.hindsight.incident.glossary.ShippedTerms;
import dev.hindsight.incident.history.TermHistories;
import dev.hindsight.incident.records.GlossarySpellings;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.rest.CommandRequests;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.logkit.AggregateCommands;
import dev.hindsight.logkit.Told;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Commands about terms of the glossary. */
@Path("/api/glossary")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "200",
        description = "The state that it led to",
        content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TermState.class)))
public class GlossaryResource {

    private final AggregateCommands commands;
    private final GlossarySpellings spellings;
    private final ShippedTerms shipped;
    private final TermHistories histories;
    private final TermReaders readers;
    private final Actors actors;
    private final JsonBodies json;

    GlossaryResource(
            AggregateCommands commands,
            GlossarySpellings spellings,
            ShippedTerms shipped,
            TermHistories histories,
            TermReaders readers,
            Actors actors,
            JsonBodies json) {
        this.commands = commands;
        this.spellings = spellings;
        this.shipped = shipped;
        this.histories = histories;
        this.readers = readers;
        this.actors = actors;
        this.json = json;
    }

    @POST
    @APIResponse(
            responseCode = "201",
            description = "Defined; it is found at Location",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TermState.class)))
    public Response define(
            @RequestBodySchema(GlossaryRequests.DefineTerm.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var caller = actors.current();
        var definition = json.read(body, GlossaryRequests.DefineTerm.class).definition();
        var id = UuidCreator.getTimeOrderedEpoch();
        return commands.begin(
                caller,
                CommandRequests.received(caller, body, headers, uri),
                "/api/glossary/" + id,
                () -> new DefineTerm(id, definition, spellings.take(id, definition)),
                () -> state(id));
    }

    /** A term that comes with the product is the organisation's own from then on; what it said before stays on record. */
    @POST
    @Path("{term}/revise")
    public Response revise(
            @PathParam("term") String idOrSpelling,
            @RequestBodySchema(GlossaryRequests.ReviseTerm.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var request = json.read(body, GlossaryRequests.ReviseTerm.class);
        var definition = request.definition();
        return change(
                idOrSpelling,
                id -> new ReviseTerm(id, definition, request.reason(), spellings.take(id, definition)),
                body,
                headers,
                uri);
    }

    @POST
    @Path("{term}/withdraw")
    public Response withdraw(
            @PathParam("term") String idOrSpelling,
            @RequestBodySchema(GlossaryRequests.WithdrawTerm.class) byte[] body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var request = json.read(body, GlossaryRequests.WithdrawTerm.class);
        return change(
                idOrSpelling,
                id -> {
                    spellings.release(id);
                    return new WithdrawTerm(id, request.reason());
                },
                body,
                headers,
                uri);
    }

    /** A spelling is looked up only if the request is no repetition: by then it may belong to another term, or to none. */
    private Response change(
            String idOrSpelling,
            Function<UUID, GlossaryCommand> command,
            byte[] body,
            HttpHeaders headers,
            UriInfo uri) {
        var caller = actors.current();
        var addressed = new AtomicReference<UUID>();
        Supplier<UUID> id = () -> addressed.updateAndGet(known -> known == null ? readers.id(idOrSpelling) : known);
        return commands.changeAll(
                caller,
                CommandRequests.received(caller, body, headers, uri),
                headers,
                () -> withTakeOver(id.get(), command.apply(id.get())),
                () -> readers.term(id.get(), OptionalLong.empty()),
                () -> state(id.get()));
    }

    /** Before the first change of a term that comes with the product the log is told what it said. */
    private List<GlossaryCommand> withTakeOver(UUID id, GlossaryCommand change) {
        var all = new ArrayList<GlossaryCommand>();
        if (!histories.isRecorded(id)) {
            shipped.find(id).ifPresent(term -> all.add(new TakeOverShippedTerm(id, term.definition())));
        }
        all.add(change);
        return all;
    }

    private Told<TermState> state(UUID id) {
        return histories.term(id, OptionalLong.empty()).orElseThrow();
    }
}
