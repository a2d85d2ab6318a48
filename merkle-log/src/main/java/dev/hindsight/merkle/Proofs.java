package dev.hindsight.merkle;

import java.util.List;

/** Checks proofs against roots (RFC 9162 sections 2.1.3.2 and 2.1.4.2, for the trees of RFC 6962). */
public final class Proofs {

    private Proofs() {}

    /** Whether a leaf stands at an index of the tree with that size and root. */
    public static boolean includes(Hash leaf, long index, long size, Hash root, List<Hash> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(sibling, hash);
                int levels = Long.numberOfTrailingZeros(node);
                node >>>= levels;
                last >>>= levels;
            } else {
                hash = Hash.node(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the second tree only added leaves to the first. The empty tree needs no proof. */
    public static boolean areConsistent(
            long firstSize, Hash firstRoot, long secondSize, Hash secondRoot, List<Hash> proof) {
        if (firstSize < 0 || firstSize > secondSize) {
            return false;
        }
        if (firstSize == 0) {
            return proof.isEmpty() && firstRoot.equals(Hash.EMPTY) && (secondSize > 0 || secondRoot.equals(Hash.EMPTY));
        }
        if (firstSize == secondSize) {
            return proof.isEmpty() && firstRoot.equals(secondRoot);
        }
        boolean startsAtFirst = Long.bitCount(firstSize) == 1;
        if (proof.isEmpty() && !startsAtFirst) {
            return false;
        }
        int levels = Long.numberOfTrailingZeros(firstSize);
        long node = (firstSize - 1) >>> levels;
        long last = (secondSize - 1) >>> levels;
        var first = startsAtFirst ? firstRoot : proof.getFirst();
        var second = first;
        for (var hash : startsAtFirst ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = Hash.node(hash, first);
                second = Hash.node(hash, second);
                int up = Long.numberOfTrailingZeros(node);
                node >>>= up;
                last >>>= up;
            } else {
                second = Hash.node(second, hash);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && first.equals(firstRoot) && second.equals(secondRoot);
    }
}
