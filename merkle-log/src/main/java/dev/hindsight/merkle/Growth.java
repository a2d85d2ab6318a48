package dev.hindsight.merkle;

import java.util.ArrayList;
import java.util.List;

/** What new leaves add to the kept hashes of a tree; nothing that is kept ever changes. */
public final class Growth {

    /** New hashes of one level, in order, the first of them at {@code from}. */
    public record Added(int level, long from, List<Hash> hashes) {}

    private final long newSize;
    private final HashSource kept;
    private final List<Added> added = new ArrayList<>();

    private Growth(long newSize, HashSource kept) {
        this.newSize = newSize;
        this.kept = kept;
    }

    /** Adds leaves to a tree of that size whose hashes are kept in the source. */
    public static Growth of(long size, HashSource kept, List<Hash> leaves) {
        var growth = new Growth(size + leaves.size(), kept);
        if (!leaves.isEmpty()) {
            growth.added.add(new Added(0, size, List.copyOf(leaves)));
            growth.fillLevel(1, TreeShape.width(1, size));
        }
        return growth;
    }

    /** The tree with the new leaves. */
    public MerkleTree tree() {
        return new MerkleTree(newSize, this::hashes);
    }

    /** What has to be kept, lowest level first. */
    public List<Added> added() {
        return List.copyOf(added);
    }

    private void fillLevel(int level, long from) {
        long to = TreeShape.width(level, newSize);
        if (to <= from) {
            return;
        }
        var roots = new ArrayList<Hash>();
        for (long index = from; index < to; index++) {
            roots.add(TreeShape.root(hashes(level - 1, index * TilePath.FULL, TilePath.FULL)));
        }
        added.add(new Added(level, from, List.copyOf(roots)));
        fillLevel(level + 1, from / TilePath.FULL);
    }

    private List<Hash> hashes(int level, long from, int count) {
        if (level >= added.size()) {
            return kept.hashes(level, from, count);
        }
        var fresh = added.get(level);
        long old = Math.min(count, Math.max(0, fresh.from() - from));
        var found = new ArrayList<Hash>(count);
        if (old > 0) {
            found.addAll(kept.hashes(level, from, (int) old));
        }
        int first = (int) (from + old - fresh.from());
        found.addAll(fresh.hashes().subList(first, first + count - (int) old));
        return found;
    }
}
