package dev.hindsight.merkle;

import java.util.List;

/** Where the hashes of a growing tree are kept: those that stand in tiles, and no others. */
@FunctionalInterface
public interface HashSource {

    /**
     * Consecutive hashes of one level; each is the root of 256<sup>level</sup> leaves, level 0 the leaves themselves.
     *
     * @param count 1 to 256, all within one tile
     */
    List<Hash> hashes(int level, long from, int count);
}
