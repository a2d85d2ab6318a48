package dev.hindsight.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Proofs of every tree up to 300 leaves, each judged twice: by {@link Proofs} and by {@link Definition}. */
class ProofsTest {

    private static final int LARGEST = 300;
    private static final List<byte[]> LEAVES = new ArrayList<>();
    private static final List<byte[]> ROOTS = new ArrayList<>();
    private static final KeptHashes KEPT = KeptHashes.of(LARGEST);

    @BeforeAll
    static void hashByDefinition() {
        for (int size = 0; size <= LARGEST; size++) {
            ROOTS.add(Definition.root(LEAVES));
            LEAVES.add(Definition.leaf(KeptHashes.entry(size)));
        }
    }

    @Test
    void rootsAreThoseOfTheDefinition() {
        var running = new RunningRoot();
        for (int size = 0; size <= LARGEST; size++) {
            assertThat(tree(size).root().bytes()).isEqualTo(ROOTS.get(size));
            assertThat(tree(LARGEST).rootAt(size).bytes()).isEqualTo(ROOTS.get(size));
            assertThat(running.size()).isEqualTo(size);
            assertThat(running.root().bytes()).isEqualTo(ROOTS.get(size));
            running.add(Hash.of(LEAVES.get(size)));
        }
    }

    @Test
    void everyLeafOfEveryTreeIsIncluded() {
        for (int size = 1; size <= LARGEST; size++) {
            var tree = tree(size);
            for (int index = 0; index < size; index++) {
                var path = tree.inclusion(index);
                assertThat(Definition.includes(LEAVES.get(index), index, size, ROOTS.get(size), bytes(path)))
                        .as("leaf %d of %d, by definition", index, size)
                        .isTrue();
                assertThat(Proofs.includes(Hash.of(LEAVES.get(index)), index, size, root(size), path))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void everyTreeIsConsistentWithEverySmallerOne() {
        for (int second = 1; second <= LARGEST; second++) {
            var tree = tree(second);
            for (int first = 1; first <= second; first++) {
                var proof = tree.consistency(first);
                assertThat(Definition.areConsistent(first, ROOTS.get(first), second, ROOTS.get(second), bytes(proof)))
                        .as("%d to %d, by definition", first, second)
                        .isTrue();
                assertThat(Proofs.areConsistent(first, root(first), second, root(second), proof))
                        .as("%d to %d", first, second)
                        .isTrue();
            }
        }
    }

    @Test
    void nothingElseIsIncluded() {
        for (int size = 1; size <= 40; size++) {
            for (int index = 0; index < size; index++) {
                var path = tree(size).inclusion(index);
                var leaf = Hash.of(LEAVES.get(index));
                refuses(Hash.of(LEAVES.get(index + 1)), index, size, root(size), path);
                refuses(leaf, index, size, root(size - 1), path);
                refuses(leaf, size, size, root(size), path);
                refuses(leaf, -1, size, root(size), path);
                refuses(leaf, index, index, root(size), path);
                refuses(leaf, index, size, root(size), longer(path));
                for (int other = 0; other < size; other++) {
                    if (other != index) {
                        refuses(leaf, other, size, root(size), path);
                    }
                }
                for (int at = 0; at < path.size(); at++) {
                    refuses(leaf, index, size, root(size), altered(path, at));
                    refuses(leaf, index, size, root(size), without(path, at));
                }
            }
        }
    }

    @Test
    void nothingElseIsConsistent() {
        for (int second = 2; second <= 40; second++) {
            for (int first = 1; first < second; first++) {
                var proof = tree(second).consistency(first);
                assertThat(Proofs.areConsistent(first, root(first - 1), second, root(second), proof))
                        .isFalse();
                assertThat(Proofs.areConsistent(first, root(first), second, root(second + 1), proof))
                        .isFalse();
                assertThat(Proofs.areConsistent(second, root(second), first, root(first), proof))
                        .isFalse();
                assertThat(Proofs.areConsistent(first, root(first), second, root(second), longer(proof)))
                        .isFalse();
                for (int at = 0; at < proof.size(); at++) {
                    assertThat(Proofs.areConsistent(first, root(first), second, root(second), altered(proof, at)))
                            .isFalse();
                    assertThat(Proofs.areConsistent(first, root(first), second, root(second), without(proof, at)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void theEmptyTreeIsConsistentWithAllAndNeedsNoProof() {
        assertThat(Proofs.areConsistent(0, Hash.EMPTY, 5, root(5), List.of())).isTrue();
        assertThat(Proofs.areConsistent(0, Hash.EMPTY, 5, root(5), List.of(root(5))))
                .isFalse();
        assertThat(Proofs.areConsistent(0, root(1), 5, root(5), List.of())).isFalse();
        assertThat(Proofs.areConsistent(0, Hash.EMPTY, 0, root(1), List.of())).isFalse();
    }

    @Test
    void aSizeIsNotAllThatItTakes() {
        assertThat(Proofs.includes(root(5), 5, 8, root(5), List.of())).isFalse();
        assertThat(Proofs.includes(root(1), 2, 8, root(2), tree(2).inclusion(0)))
                .isFalse();
        assertThat(Proofs.areConsistent(3, root(3), 3, root(4), List.of())).isFalse();
    }

    @Test
    void proofsOfWhatIsNotThereAreNotMade() {
        assertThatThrownBy(() -> tree(5).inclusion(5)).hasMessage("A tree of 5 leaves has no leaf 5");
        assertThatThrownBy(() -> tree(5).consistency(6)).hasMessage("6 is not from 1 to 5");
        assertThatThrownBy(() -> tree(5).consistency(0)).hasMessage("0 is not from 1 to 5");
        assertThatThrownBy(() -> tree(5).rootAt(6)).hasMessage("6 is not from 0 to 5");
    }

    private static void refuses(Hash leaf, long index, long size, Hash root, List<Hash> path) {
        assertThat(Proofs.includes(leaf, index, size, root, path))
                .as("leaf %d of %d", index, size)
                .isFalse();
        assertThat(index >= 0 && Definition.includes(leaf.bytes(), index, size, root.bytes(), bytes(path)))
                .as("leaf %d of %d, by definition", index, size)
                .isFalse();
    }

    private static MerkleTree tree(int size) {
        return new MerkleTree(size, KEPT);
    }

    private static Hash root(int size) {
        return Hash.of(ROOTS.get(size));
    }

    private static List<byte[]> bytes(List<Hash> hashes) {
        return hashes.stream().map(Hash::bytes).toList();
    }

    private static List<Hash> altered(List<Hash> proof, int at) {
        var altered = new ArrayList<>(proof);
        var bytes = proof.get(at).bytes();
        bytes[31] ^= 1;
        altered.set(at, Hash.of(bytes));
        return altered;
    }

    private static List<Hash> without(List<Hash> proof, int at) {
        var shorter = new ArrayList<>(proof);
        shorter.remove(at);
        return shorter;
    }

    private static List<Hash> longer(List<Hash> proof) {
        var longer = new ArrayList<>(proof);
        longer.add(root(1));
        return longer;
    }
}
