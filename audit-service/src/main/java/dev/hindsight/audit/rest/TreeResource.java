package dev.hindsight.audit.rest;

import dev.hindsight.audit.sealing.SealedTree;
import dev.hindsight.audit.sealing.Sealer;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.merkle.EntryBundle;
import dev.hindsight.merkle.Hash;
import dev.hindsight.merkle.TilePath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;

/** The sealed tree in the form of C2SP tlog-tiles. */
@Path("/api/audit")
public class TreeResource {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String BYTES = "application/octet-stream";
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    private final Auditors auditors;
    private final Seals seals;
    private final SealedTree tree;
    private final Sealer sealer;

    TreeResource(Auditors auditors, Seals seals, SealedTree tree, Sealer sealer) {
        this.auditors = auditors;
        this.seals = seals;
        this.tree = tree;
        this.sealer = sealer;
    }

    @GET
    @Path("checkpoint")
    @Produces(TEXT)
    public Response checkpoint() {
        auditors.requireVerifier();
        return Response.ok(seals.last().note().note())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The key in the form in which clients pin it (C2SP signed-note). */
    @GET
    @Path("key")
    @Produces(TEXT)
    public String key() {
        auditors.requireVerifier();
        return sealer.signer().verifier().line() + "\n";
    }

    @GET
    @Path("tile/entries/{bundle:.+}")
    @Produces(BYTES)
    public Response entries(@PathParam("bundle") String bundle) {
        auditors.requireAuditor();
        var tile = tile("entries/" + bundle);
        return immutable(EntryBundle.of(seals.proven(() -> tree.entries(tile.from(), tile.width()))));
    }

    @GET
    @Path("tile/{tile:.+}")
    @Produces(BYTES)
    public Response tileOfHashes(@PathParam("tile") String path) {
        auditors.requireVerifier();
        var tile = tile(path);
        var bytes = ByteBuffer.allocate(tile.width() * Hash.LENGTH);
        seals.proven(() -> tree.hashes(tile)).forEach(hash -> bytes.put(hash.bytes()));
        return immutable(bytes.array());
    }

    /** Partial tiles of every size are served, also such as no checkpoint has: their bytes never change either. */
    private TilePath tile(String path) {
        return TilePath.parse(path)
                .filter(tile -> tile.isWithin(seals.last().size()))
                .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND, null));
    }

    private static Response immutable(byte[] bytes) {
        return Response.ok(bytes).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
    }
}
