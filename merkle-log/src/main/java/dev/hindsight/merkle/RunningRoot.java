package dev.hindsight.merkle;

import java.util.ArrayList;
import java.util.List;

/** The root of a tree whose leaves come by one after the other; remembers O(log n) hashes. */
public final class RunningRoot {

    /** The roots of complete subtrees, the largest first: one for each bit of the size. */
    private final List<Hash> subtrees = new ArrayList<>();

    private long size;

    public void add(Hash leaf) {
        var hash = leaf;
        for (long rest = size++; (rest & 1) == 1; rest >>>= 1) {
            hash = Hash.node(subtrees.removeLast(), hash);
        }
        subtrees.add(hash);
    }

    public long size() {
        return size;
    }

    public Hash root() {
        if (subtrees.isEmpty()) {
            return Hash.EMPTY;
        }
        var root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = Hash.node(subtrees.get(i), root);
        }
        return root;
    }
}
