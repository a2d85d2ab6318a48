package dev.hindsight.merkle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree of a fixed size over kept hashes: its root and proofs, each from O(log n) tiles (RFC 6962 section 2.1). */
public final class MerkleTree {

    private record Tile(int level, long index) {}

    private final long size;
    private final HashSource source;
    private final Map<Tile, List<Hash>> tiles = new HashMap<>();

    /** @param source keeps at least the hashes of a tree of that size; what it answers must not change */
    public MerkleTree(long size, HashSource source) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree cannot have %d leaves".formatted(size));
        }
        this.size = size;
        this.source = source;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return size == 0 ? Hash.EMPTY : root(0, size);
    }

    /** The root as it was when the tree had only that many leaves. */
    public Hash rootAt(long smaller) {
        requireWithin(smaller, 0);
        return smaller == 0 ? Hash.EMPTY : root(0, smaller);
    }

    /**
     * The audit path of a leaf, from its sibling up (RFC 6962 section 2.1.1).
     *
     * @throws IllegalArgumentException if the tree has no such leaf
     */
    public List<Hash> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of %d leaves has no leaf %d".formatted(size, index));
        }
        var path = new ArrayList<Hash>();
        collectPath(index, 0, size, path);
        return List.copyOf(path);
    }

    /**
     * Proof that this tree only added to one of {@code first} leaves (RFC 6962 section 2.1.2).
     *
     * @throws IllegalArgumentException unless {@code first} is from 1 to the size of this tree
     */
    public List<Hash> consistency(long first) {
        requireWithin(first, 1);
        var proof = new ArrayList<Hash>();
        collectProof(first, 0, size, true, proof);
        return List.copyOf(proof);
    }

    private void requireWithin(long smaller, long least) {
        if (smaller < least || smaller > size) {
            throw new IllegalArgumentException("%d is not from %d to %d".formatted(smaller, least, size));
        }
    }

    private void collectPath(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + TreeShape.split(to - from);
        if (index < middle) {
            collectPath(index, from, middle, path);
            path.add(root(middle, to));
        } else {
            collectPath(index, middle, to, path);
            path.add(root(from, middle));
        }
    }

    private void collectProof(long first, long from, long to, boolean known, List<Hash> proof) {
        if (first == to) {
            if (!known) {
                proof.add(root(from, to));
            }
            return;
        }
        long middle = from + TreeShape.split(to - from);
        if (first <= middle) {
            collectProof(first, from, middle, known, proof);
            proof.add(root(middle, to));
        } else {
            collectProof(first, middle, to, false, proof);
            proof.add(root(from, middle));
        }
    }

    private Hash root(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            return complete(Long.numberOfTrailingZeros(leaves), from);
        }
        long middle = from + TreeShape.split(leaves);
        return Hash.node(root(from, middle), root(middle, to));
    }

    private Hash complete(int height, long from) {
        int level = TreeShape.level(height);
        long first = TreeShape.width(level, from);
        int within = (int) (first % TilePath.FULL);
        return TreeShape.root(
                tile(new Tile(level, first / TilePath.FULL)).subList(within, within + TreeShape.covered(height)));
    }

    private List<Hash> tile(Tile tile) {
        return tiles.computeIfAbsent(tile, _ -> {
            long from = tile.index() * TilePath.FULL;
            return source.hashes(tile.level(), from, (int)
                    Math.min(TilePath.FULL, TreeShape.width(tile.level(), size) - from));
        });
    }
}
