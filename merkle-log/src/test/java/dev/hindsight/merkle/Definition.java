package dev.hindsight.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Trees and proofs as RFC 6962 section 2.1 defines them, by recursion and on bytes: a second opinion that shares no
 * code with what it judges.
 */
final class Definition {

    private Definition() {}

    static byte[] leaf(byte[] entry) {
        return sha256(new byte[] {0}, entry);
    }

    /** MTH(D[n]), from all leaves. */
    static byte[] root(List<byte[]> leafHashes) {
        if (leafHashes.isEmpty()) {
            return sha256();
        }
        if (leafHashes.size() == 1) {
            return leafHashes.getFirst();
        }
        int k = (int) split(leafHashes.size());
        return node(root(leafHashes.subList(0, k)), root(leafHashes.subList(k, leafHashes.size())));
    }

    /** Whether PATH(m, D[n]), undone from the root down, gives the root. */
    static boolean includes(byte[] leaf, long m, long n, byte[] root, List<byte[]> path) {
        if (m >= n) {
            return false;
        }
        Deque<byte[]> fromTheRoot = new ArrayDeque<>(path);
        var found = rootOfPath(leaf, m, n, fromTheRoot);
        return found != null && fromTheRoot.isEmpty() && MessageDigest.isEqual(found, root);
    }

    private static byte[] rootOfPath(byte[] leaf, long m, long n, Deque<byte[]> path) {
        if (n == 1) {
            return leaf;
        }
        if (path.isEmpty()) {
            return null;
        }
        var sibling = path.removeLast();
        long k = split(n);
        if (m < k) {
            var left = rootOfPath(leaf, m, k, path);
            return left == null ? null : node(left, sibling);
        }
        var right = rootOfPath(leaf, m - k, n - k, path);
        return right == null ? null : node(sibling, right);
    }

    /** Whether PROOF(m, D[n]), undone from the root down, gives both roots. */
    static boolean areConsistent(long m, byte[] first, long n, byte[] second, List<byte[]> proof) {
        Deque<byte[]> fromTheRoot = new ArrayDeque<>(proof);
        var roots = rootsOfProof(m, n, true, first, fromTheRoot);
        return roots != null
                && fromTheRoot.isEmpty()
                && MessageDigest.isEqual(roots.old(), first)
                && MessageDigest.isEqual(roots.all(), second);
    }

    private record Roots(byte[] old, byte[] all) {}

    /** SUBPROOF(m, D[n], b): the hash of the first m leaves and that of all n. */
    private static Roots rootsOfProof(long m, long n, boolean b, byte[] first, Deque<byte[]> proof) {
        if (m == n && b) {
            return new Roots(first, first);
        }
        if (proof.isEmpty()) {
            return null;
        }
        var last = proof.removeLast();
        if (m == n) {
            return new Roots(last, last);
        }
        long k = split(n);
        if (m <= k) {
            var left = rootsOfProof(m, k, b, first, proof);
            return left == null ? null : new Roots(left.old(), node(left.all(), last));
        }
        var right = rootsOfProof(m - k, n - k, false, first, proof);
        return right == null ? null : new Roots(node(last, right.old()), node(last, right.all()));
    }

    private static long split(long n) {
        long k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
