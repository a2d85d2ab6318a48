package dev.hindsight.merkle;

import java.util.List;

/** Arithmetic of the tree (RFC 6962 section 2.1) and of its tiles (C2SP tlog-tiles). */
final class TreeShape {

    private static final int BITS_OF_A_TILE = 8;

    private TreeShape() {}

    /** The largest power of two smaller than a number that is at least 2. */
    static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    /** How many hashes a level of tiles has in a tree of that size. */
    static long width(int level, long treeSize) {
        return level >= 8 ? 0 : treeSize >>> (level * BITS_OF_A_TILE);
    }

    static int level(int height) {
        return height / BITS_OF_A_TILE;
    }

    /** How many hashes of its tile a subtree of that height covers. */
    static int covered(int height) {
        return 1 << (height % BITS_OF_A_TILE);
    }

    static Hash root(List<Hash> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int left = (int) split(hashes.size());
        return Hash.node(root(hashes.subList(0, left)), root(hashes.subList(left, hashes.size())));
    }
}
