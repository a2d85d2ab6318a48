package dev.hindsight.audit.rest;

import dev.hindsight.audit.sealing.SealedTree;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.log.LogReader;
import dev.hindsight.merkle.Hash;
import dev.hindsight.merkle.LogProof;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proofs that an entry is in the log, and that the log only grew. */
@Path("/api/audit/proofs")
public class ProofResource {

    private final Auditors auditors;
    private final Seals seals;
    private final SealedTree tree;
    private final LogReader log;
    private final UnnumberedEvents unnumbered;

    ProofResource(Auditors auditors, Seals seals, SealedTree tree, LogReader log, UnnumberedEvents unnumbered) {
        this.auditors = auditors;
        this.seals = seals;
        this.tree = tree;
        this.log = log;
        this.unnumbered = unnumbered;
    }

    /**
     * Proof that a tree only added to a smaller one.
     *
     * @param hashes base64, in the order of RFC 6962 section 2.1.2
     */
    public record Consistency(long from, long to, List<String> hashes) {}

    /** A proof file (C2SP tlog-proof); for auditors the entry itself is in its extra line. */
    @GET
    @Path("inclusion")
    @Produces("text/plain; charset=utf-8")
    public Response inclusion(@QueryParam("event") @Nullable String event) throws InterruptedException {
        boolean auditor = auditors.requireVerifier();
        var id = Parameters.id("event", event == null ? "" : event);
        long index = positionOf(id) - 1;
        var checkpoint = seals.covering(index + 1);
        var path = seals.with(checkpoint.size(), it -> it.inclusion(index));
        var proof = new LogProof(auditor ? entry(index) : null, index, path, checkpoint.note());
        return Response.ok(proof.text())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.tlog-proof\"".formatted(id))
                .build();
    }

    /** Both sizes as the client sent them; without {@code to} the tree of the last checkpoint is meant. */
    @GET
    @Path("consistency")
    @Produces(MediaType.APPLICATION_JSON)
    public Consistency consistency(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to)
            throws InterruptedException {
        auditors.requireVerifier();
        long second = to == null ? seals.last().size() : size("to", to);
        long first = size("from", from);
        if (first > second) {
            throw ProblemException.invalid("from", "must not be larger than to");
        }
        seals.covering(second);
        List<Hash> hashes = first == 0 ? List.of() : seals.with(second, it -> it.consistency(first));
        return new Consistency(first, second, hashes.stream().map(Hash::base64).toList());
    }

    private long positionOf(UUID event) {
        var position = log.positionOf(event);
        if (position.isPresent()) {
            return position.getAsLong();
        }
        throw new ProblemException(
                unnumbered.holds(event) ? AuditProblem.NOT_YET_SEALED : StandardProblem.NOT_FOUND, null);
    }

    private String entry(long index) {
        return Base64.getEncoder()
                .encodeToString(seals.proven(() -> tree.entries(index, 1)).getFirst());
    }

    private static long size(String name, @Nullable String text) {
        if (text == null || !text.matches("0|[1-9]\\d{0,17}")) {
            throw ProblemException.invalid(name, "must be the size of a tree");
        }
        return Long.parseLong(text);
    }
}
