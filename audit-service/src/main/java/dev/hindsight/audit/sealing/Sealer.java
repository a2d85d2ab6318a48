package dev.hindsight.audit.sealing;

import dev.hindsight.merkle.Checkpoint;
import dev.hindsight.merkle.Hash;
import dev.hindsight.merkle.NoteSigner;
import dev.hindsight.merkle.SignedNote;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the tree what the log has numbered since the last checkpoint, and signs the next one. It signs nothing that is
 * smaller than, or inconsistent with, any checkpoint that the database or the memory outside it knows of.
 */
public final class Sealer {

    /** Entries of one checkpoint at most: a transaction of well under a second. */
    private static final int BATCH = 4096;

    private final Jdbi jdbi;
    private final NoteSigner signer;
    private final CheckpointMemory memory;
    private @Nullable Checkpoint known;
    private volatile @Nullable SignedCheckpoint published;

    public Sealer(Jdbi jdbi, NoteSigner signer, CheckpointMemory memory) {
        this.jdbi = jdbi;
        this.signer = signer;
        this.memory = memory;
    }

    public NoteSigner signer() {
        return signer;
    }

    /** The last checkpoint that is remembered outside the database: no other leaves this service. */
    public Optional<SignedCheckpoint> published() {
        return Optional.ofNullable(published);
    }

    /**
     * Seals the next entries, or takes over what another replica has sealed.
     *
     * @return whether there may be more to seal at once
     * @throws SealRefusedException if nothing may be signed on what the database holds
     */
    public synchronized boolean pass() {
        if (known == null) {
            known = memory.last().orElse(null);
        }
        boolean more = jdbi.inTransaction(this::seal);
        jdbi.useHandle(this::publish);
        return more;
    }

    private boolean seal(Handle db) {
        var last = SealedTree.last(db);
        requireConsistent(db, last.orElse(null));
        if (last.isEmpty()) {
            return SealedTree.add(db, null, 0, Hash.EMPTY, sign(0, Hash.EMPTY));
        }
        var size = last.get().size();
        var leaves =
                LogRows.after(db, size, size + BATCH).stream().map(NewLeaf::new).toList();
        requireNoGap(db, size, leaves);
        if (leaves.isEmpty()) {
            return false;
        }
        var growth = SealedTree.grow(db, size, leaves);
        var tree = growth.tree();
        if (!tree.rootAt(size).equals(last.get().root())) {
            throw new SealRefusedException(
                    "The tree in the database does not have the root that was signed at size %d: nothing more is signed; see docs/proofs.md."
                            .formatted(size));
        }
        var root = tree.root();
        if (SealedTree.add(db, size, tree.size(), root, sign(tree.size(), root))) {
            SealedTree.keep(db, leaves, growth);
        }
        return leaves.size() == BATCH;
    }

    private SignedNote sign(long size, Hash root) {
        return signer.sign(new Checkpoint(signer.verifier().name(), size, root).text());
    }

    /** Remembers first, on disk, what others may then see. */
    private void publish(Handle db) {
        var last = SealedTree.last(db).orElseThrow();
        var before = known;
        if (before == null || last.size() > before.size()) {
            requireConsistent(db, last);
            memory.remember(last.size(), last.note());
            known = new Checkpoint(signer.verifier().name(), last.size(), last.root());
        }
        var current = published;
        if (current == null || last.size() > current.size()) {
            published = last;
        }
    }

    private void requireConsistent(Handle db, @Nullable SignedCheckpoint last) {
        if (last != null) {
            requireOwn(last);
        }
        var signed = known;
        if (signed == null) {
            return;
        }
        if (last == null || last.size() < signed.size()) {
            throw new SealRefusedException(
                    "The database is older than what was signed: it is sealed up to position %d, but position %d was signed already. Restore its latest state; a log that was cut goes on under a new origin only."
                            .formatted(last == null ? 0 : last.size(), signed.size()));
        }
        var root = last.size() == signed.size()
                ? last.root()
                : SealedTree.tree(db, last.size()).rootAt(signed.size());
        if (!root.equals(signed.root())) {
            throw new SealRefusedException(
                    "The database holds another history than what was signed at position %d. Restore the right one; nothing is signed on this."
                            .formatted(signed.size()));
        }
    }

    private void requireOwn(SignedCheckpoint last) {
        var ours = last.note().signatures().stream()
                .anyMatch(signature ->
                        signature.keyName().equals(signer.verifier().name())
                                && signature.keyId() == signer.verifier().keyId());
        if (!ours) {
            throw new SealRefusedException(
                    "The last checkpoint in the database was signed by another key or under another origin than %s: give the service the key of this log."
                            .formatted(signer.verifier().line()));
        }
        last.note().verify(List.of(signer.verifier()));
    }

    private static void requireNoGap(Handle db, long size, List<NewLeaf> leaves) {
        long expected = size + 1;
        for (var leaf : leaves) {
            if (leaf.row.position() != expected++) {
                throw new SealRefusedException(
                        "The log has no entry at position %d, but later ones: nothing is signed over a gap."
                                .formatted(expected - 1));
            }
        }
        if (leaves.isEmpty()) {
            requireAllThatWasSealed(db, size);
        }
    }

    private static void requireAllThatWasSealed(Handle db, long size) {
        long head = LogRows.head(db);
        if (head < size) {
            throw new SealRefusedException(
                    "The log ends at position %d, but is sealed up to %d: entries are missing. Restore the latest state of the database."
                            .formatted(head, size));
        }
    }
}
