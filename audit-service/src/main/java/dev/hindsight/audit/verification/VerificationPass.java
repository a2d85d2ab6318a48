package dev.hindsight.audit.verification;

import dev.hindsight.audit.sealing.CanonicalEntry;
import dev.hindsight.audit.sealing.LogRow;
import dev.hindsight.audit.sealing.LogRows;
import dev.hindsight.audit.sealing.SignedCheckpoint;
import dev.hindsight.audit.verification.Finding.Kind;
import dev.hindsight.merkle.Hash;
import dev.hindsight.merkle.RunningRoot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Computes the tree of one checkpoint again, page by page, from what the log says now. */
final class VerificationPass {

    private static final int PAGE = 1000;
    private static final int MOST_FINDINGS = 100;
    private static final String LEAVES = """
            SELECT position, hash, entry FROM audit.leaf WHERE position > :from AND position <= :to
            """;

    private static final class Leaf {

        final Hash hash;
        final byte[] entry;

        Leaf(byte[] hash, byte[] entry) {
            this.hash = Hash.of(hash);
            this.entry = entry;
        }

        boolean isWhole() {
            return Hash.leaf(entry).equals(hash);
        }
    }

    private final Jdbi jdbi;
    private final SignedCheckpoint checkpoint;
    private final Instant startedAt;
    private final RunningRoot root = new RunningRoot();
    private final List<Finding> findings = new ArrayList<>();
    private long found;

    VerificationPass(Jdbi jdbi, SignedCheckpoint checkpoint, Instant startedAt) {
        this.jdbi = jdbi;
        this.checkpoint = checkpoint;
        this.startedAt = startedAt;
    }

    boolean isDone() {
        return root.size() == checkpoint.size();
    }

    /** Looks at the next page; at the end compares the root. */
    void next() {
        jdbi.useHandle(this::page);
        if (isDone() && !root.root().equals(checkpoint.root())) {
            found(checkpoint.size(), Kind.ROOT_DIFFERS);
        }
    }

    VerificationReport report(@Nullable Instant finishedAt) {
        return new VerificationReport(
                checkpoint.size(), root.size(), startedAt, finishedAt, found, List.copyOf(findings));
    }

    private void page(Handle db) {
        long from = root.size();
        long to = Math.min(from + PAGE, checkpoint.size());
        var leaves = leaves(db, from, to);
        var rows = new HashMap<Long, LogRow>();
        LogRows.after(db, from, to).forEach(row -> rows.put(row.position(), row));
        for (long position = from + 1; position <= to; position++) {
            root.add(compare(position, rows.get(position), leaves.get(position)));
        }
    }

    /** What is missing is reported and stands in the computed tree as an empty entry, which gives another root. */
    private Hash compare(long position, @Nullable LogRow row, @Nullable Leaf leaf) {
        if (leaf == null || !leaf.isWhole()) {
            found(position, Kind.LEAF_DAMAGED);
        }
        if (row == null) {
            found(position, Kind.ENTRY_MISSING);
            return Hash.leaf(new byte[0]);
        }
        var entry = CanonicalEntry.of(row);
        if (leaf != null && !Arrays.equals(entry, leaf.entry)) {
            found(position, Kind.ENTRY_ALTERED);
        }
        return Hash.leaf(entry);
    }

    private void found(long position, Kind kind) {
        found++;
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(position, kind));
        }
    }

    private static Map<Long, Leaf> leaves(Handle db, long from, long to) {
        var leaves = new HashMap<Long, Leaf>();
        db.createQuery(LEAVES)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) ->
                        Map.entry(row.getLong("position"), new Leaf(row.getBytes("hash"), row.getBytes("entry"))))
                .forEach(leaf -> leaves.put(leaf.getKey(), leaf.getValue()));
        return leaves;
    }
}
