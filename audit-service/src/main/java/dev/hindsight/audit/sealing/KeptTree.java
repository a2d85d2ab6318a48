package dev.hindsight.audit.sealing;

import dev.hindsight.merkle.Growth;
import dev.hindsight.merkle.Hash;
import dev.hindsight.merkle.HashSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The hashes of the tree as the database keeps them. */
final class KeptTree implements HashSource {

    private static final String LEAVES = """
            SELECT hash FROM audit.leaf WHERE position > :from AND position <= :from + :count ORDER BY position
            """;
    private static final String SUBTREES = """
            SELECT hash FROM audit.subtree
             WHERE level = :level AND index >= :from AND index < :from + :count ORDER BY index
            """;
    private static final String ENTRIES = """
            SELECT entry FROM audit.leaf WHERE position > :from AND position <= :from + :count ORDER BY position
            """;
    private static final String KEEP = "INSERT INTO audit.subtree (level, index, hash) VALUES (:level, :index, :hash)";

    private final Handle db;

    KeptTree(Handle db) {
        this.db = db;
    }

    /** @throws SealRefusedException if some of them are not there */
    @Override
    public List<Hash> hashes(int level, long from, int count) {
        var query =
                level == 0 ? db.createQuery(LEAVES) : db.createQuery(SUBTREES).bind("level", level);
        var hashes = query.bind("from", from)
                .bind("count", count)
                .map((row, _) -> Hash.of(row.getBytes("hash")))
                .list();
        requireAll(hashes, count);
        return hashes;
    }

    List<byte[]> entries(long from, int count) {
        var entries = db.createQuery(ENTRIES)
                .bind("from", from)
                .bind("count", count)
                .map((row, _) -> row.getBytes("entry"))
                .list();
        requireAll(entries, count);
        return entries;
    }

    /** Keeps the levels above the leaves. */
    void keepSubtrees(List<Growth.Added> added) {
        var batch = db.prepareBatch(KEEP);
        for (var level : added) {
            if (level.level() > 0) {
                long index = level.from();
                for (var hash : level.hashes()) {
                    batch.bind("level", level.level())
                            .bind("index", index++)
                            .bind("hash", hash.bytes())
                            .add();
                }
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static void requireAll(List<?> found, int count) {
        if (found.size() != count) {
            throw new SealRefusedException(
                    "Hashes of the sealed tree are missing from the database: restore it to its latest state.");
        }
    }
}
