package dev.hindsight.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A tree that grows in steps is the tree that was built at once. */
class GrowthTest {

    @Property(tries = 60)
    void appendedIsRebuilt(@ForAll @Size(min = 1, max = 12) List<@IntRange(max = 700) Integer> steps) {
        var grown = new KeptHashes();
        for (int step : steps) {
            var added = KeptHashes.leaves(grown.size(), grown.size() + step);
            var before = grown.tree();
            var root = before.root();
            var tree = Growth.of(grown.size(), grown, added).tree();
            assertThat(tree.rootAt(before.size())).isEqualTo(root);

            grown.add(added);

            assertThat(grown.tree().root()).isEqualTo(tree.root());
        }
        assertThat(grown.levels()).isEqualTo(KeptHashes.of(grown.size()).levels());
    }

    @Property(tries = 60)
    void proofsOfLargerTreesHold(
            @ForAll @LongRange(min = 300, max = 140_000) long size,
            @ForAll @LongRange(max = 139_999) long anyIndex,
            @ForAll @LongRange(max = 139_999) long anyFirst) {
        var tree = new MerkleTree(size, Large.KEPT);
        long index = anyIndex % size;
        long first = 1 + anyFirst % size;

        assertThat(Proofs.includes(Hash.leaf(KeptHashes.entry(index)), index, size, tree.root(), tree.inclusion(index)))
                .isTrue();
        assertThat(Proofs.areConsistent(first, tree.rootAt(first), size, tree.root(), tree.consistency(first)))
                .isTrue();
    }

    @Test
    void aProofOfALargeTreeReadsFewTiles() {
        var reads = new int[1];
        var tree = new MerkleTree(140_000, (level, from, count) -> {
            reads[0]++;
            return Large.KEPT.hashes(level, from, count);
        });

        assertThat(tree.inclusion(70_000)).hasSize(18);

        assertThat(reads[0]).isLessThanOrEqualTo(6);
    }

    @Test
    void theHashesOfTilesAreKeptAndNoOthers() {
        assertThat(KeptHashes.of(70_000).levels()).extracting(List::size).containsExactly(70_000, 273, 1);
        assertThat(KeptHashes.of(256).levels()).extracting(List::size).containsExactly(256, 1);
    }

    /** Built when first used. */
    private static final class Large {

        static final KeptHashes KEPT = KeptHashes.of(140_000);
    }
}
