package dev.hindsight.audit.sealing;

import dev.hindsight.merkle.Growth;
import dev.hindsight.merkle.Hash;
import dev.hindsight.merkle.MerkleTree;
import dev.hindsight.merkle.SignedNote;
import dev.hindsight.merkle.TilePath;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The tree and its checkpoints in the database; every read takes O(log n). */
public final class SealedTree {

    private static final String LAST = """
            SELECT size, root, note, signed_at FROM audit.checkpoint ORDER BY size DESC LIMIT 1
            """;
    private static final String ADD_CHECKPOINT = """
            INSERT INTO audit.checkpoint (size, previous_size, root, note) VALUES (:size, :previousSize, :root, :note)
            ON CONFLICT DO NOTHING
            """;
    private static final String ADD_LEAF = """
            INSERT INTO audit.leaf (position, hash, entry, event_type, actor)
            VALUES (:position, :hash, :entry, :eventType, :actor)
            """;

    private final Jdbi jdbi;

    public SealedTree(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<SignedCheckpoint> last() {
        return jdbi.withHandle(SealedTree::last);
    }

    static Optional<SignedCheckpoint> last(Handle db) {
        return db.createQuery(LAST)
                .map((row, _) -> new SignedCheckpoint(
                        row.getLong("size"),
                        Hash.of(row.getBytes("root")),
                        SignedNote.parse(row.getString("note")),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    static MerkleTree tree(Handle db, long size) {
        return new MerkleTree(size, new KeptTree(db));
    }

    static Growth grow(Handle db, long size, List<NewLeaf> leaves) {
        return Growth.of(
                size, new KeptTree(db), leaves.stream().map(leaf -> leaf.hash).toList());
    }

    /** Whether it follows the last one; false if another replica was faster. */
    static boolean add(Handle db, @Nullable Long previousSize, long size, Hash root, SignedNote note) {
        return db.createUpdate(ADD_CHECKPOINT)
                        .bind("size", size)
                        .bind("previousSize", previousSize)
                        .bind("root", root.bytes())
                        .bind("note", note.note())
                        .execute()
                == 1;
    }

    static void keep(Handle db, List<NewLeaf> leaves, Growth growth) {
        var batch = db.prepareBatch(ADD_LEAF);
        for (var leaf : leaves) {
            batch.bind("position", leaf.row.position())
                    .bind("hash", leaf.hash.bytes())
                    .bind("entry", leaf.entry)
                    .bind("eventType", leaf.row.eventType())
                    .bind("actor", leaf.actor)
                    .add();
        }
        batch.execute();
        new KeptTree(db).keepSubtrees(growth.added());
    }

    /** Computes with the tree of that size. */
    public <T> T with(long size, Function<MerkleTree, T> work) {
        return jdbi.withHandle(db -> work.apply(tree(db, size)));
    }

    /** The hashes of a tile that is {@linkplain TilePath#isWithin within} the tree. */
    public List<Hash> hashes(TilePath tile) {
        return jdbi.withHandle(db -> new KeptTree(db).hashes(tile.level(), tile.from(), tile.width()));
    }

    /** The entries of a bundle that is {@linkplain TilePath#isWithin within} the tree. */
    public List<byte[]> entries(long from, int count) {
        return jdbi.withHandle(db -> new KeptTree(db).entries(from, count));
    }
}
