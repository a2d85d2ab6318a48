package dev.hindsight.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Hashes kept in memory, which refuse to be changed or read beyond what a tile may ask. */
final class KeptHashes implements HashSource {

    private final List<List<Hash>> levels = new ArrayList<>();

    static byte[] entry(long index) {
        return ("entry " + index).getBytes(UTF_8);
    }

    static List<Hash> leaves(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(index -> Hash.leaf(entry(index)))
                .toList();
    }

    static KeptHashes of(long size) {
        var kept = new KeptHashes();
        kept.add(leaves(0, size));
        return kept;
    }

    void add(List<Hash> leaves) {
        Growth.of(size(), this, leaves).added().forEach(this::keep);
    }

    long size() {
        return levels.isEmpty() ? 0 : levels.getFirst().size();
    }

    MerkleTree tree() {
        return new MerkleTree(size(), this);
    }

    List<List<Hash>> levels() {
        return levels;
    }

    @Override
    public List<Hash> hashes(int level, long from, int count) {
        if (count < 1 || from / TilePath.FULL != (from + count - 1) / TilePath.FULL) {
            throw new IllegalArgumentException("Not within one tile: %d hashes from %d".formatted(count, from));
        }
        return levels.get(level).subList((int) from, (int) from + count);
    }

    private void keep(Growth.Added added) {
        if (levels.size() == added.level()) {
            levels.add(new ArrayList<>());
        }
        var level = levels.get(added.level());
        if (level.size() != added.from()) {
            throw new IllegalStateException("Level %d has %d hashes".formatted(added.level(), level.size()));
        }
        level.addAll(added.hashes());
    }
}
