package dev.hindsight.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/**
 * Verifies what the service publishes as a stranger would, from the specifications and the pinned key alone; none of the
 * service's own code helps it.
 */
final class Verifier {

    private static final Base64.Decoder BASE64 = Base64.getDecoder();

    private final String origin;
    private final byte[] publicKey;

    /** @param pinned {@code name+id+key} */
    Verifier(String pinned) {
        var parts = pinned.strip().split("\\+", 3);
        origin = parts[0];
        var typed = BASE64.decode(parts[2]);
        publicKey = Arrays.copyOfRange(typed, 1, typed.length);
    }

    record Head(long size, String root) {}

    /** Size and root of a checkpoint, if the pinned key has signed it. */
    Head checkpoint(String note) {
        int end = note.lastIndexOf("\n\n");
        var text = note.substring(0, end + 1);
        var signature = note.substring(end + 2).strip().split(" ");
        var lines = text.split("\n");
        require(lines.length == 3 && lines[0].equals(origin) && signature[1].equals(origin), "the origin");
        var bytes = BASE64.decode(signature[2]);
        require(signed(text, Arrays.copyOfRange(bytes, 4, bytes.length)), "the signature");
        return new Head(Long.parseLong(lines[1]), lines[2]);
    }

    /** The entry that a proof file with an extra line proves. */
    byte[] inclusion(String proof) {
        int end = proof.indexOf("\n\n");
        var lines = List.of(proof.substring(0, end).split("\n"));
        require(lines.get(0).equals("c2sp.org/tlog-proof@v1") && lines.get(1).startsWith("extra "), "the form");
        var entry = BASE64.decode(lines.get(1).substring(6));
        long index = Long.parseLong(lines.get(2).substring(6));
        var head = checkpoint(proof.substring(end + 2));
        require(index < head.size(), "the index");
        Deque<byte[]> path = new ArrayDeque<>();
        lines.subList(3, lines.size()).forEach(line -> path.add(BASE64.decode(line)));
        var root = root(leaf(entry), index, head.size(), path);
        require(path.isEmpty() && Base64.getEncoder().encodeToString(root).equals(head.root()), "the root");
        return entry;
    }

    /** Fails unless the proof leads from the one checkpoint to the other. */
    static void consistency(Head first, Head second, List<String> hashes) {
        Deque<byte[]> proof = new ArrayDeque<>();
        hashes.forEach(hash -> proof.add(BASE64.decode(hash)));
        var old = BASE64.decode(first.root());
        var roots = roots(first.size(), second.size(), true, old, proof);
        require(proof.isEmpty(), "the length");
        require(Arrays.equals(roots[0], old), "the first root");
        require(Arrays.equals(roots[1], BASE64.decode(second.root())), "the second root");
    }

    static byte[] leaf(byte[] entry) {
        return sha256(new byte[] {0}, entry);
    }

    static String root(List<byte[]> entries) {
        return Base64.getEncoder().encodeToString(rootOf(entries));
    }

    private static byte[] rootOf(List<byte[]> entries) {
        if (entries.isEmpty()) {
            return sha256();
        }
        if (entries.size() == 1) {
            return leaf(entries.getFirst());
        }
        int k = (int) split(entries.size());
        return node(rootOf(entries.subList(0, k)), rootOf(entries.subList(k, entries.size())));
    }

    private static byte[] root(byte[] leaf, long m, long n, Deque<byte[]> path) {
        if (n == 1) {
            return leaf;
        }
        var sibling = path.removeLast();
        long k = split(n);
        return m < k ? node(root(leaf, m, k, path), sibling) : node(sibling, root(leaf, m - k, n - k, path));
    }

    private static byte[][] roots(long m, long n, boolean known, byte[] first, Deque<byte[]> proof) {
        if (m == n && known) {
            return new byte[][] {first, first};
        }
        var last = proof.removeLast();
        if (m == n) {
            return new byte[][] {last, last};
        }
        long k = split(n);
        if (m <= k) {
            var left = roots(m, k, known, first, proof);
            return new byte[][] {left[0], node(left[1], last)};
        }
        var right = roots(m - k, n - k, false, first, proof);
        return new byte[][] {node(last, right[0]), node(last, right[1])};
    }

    private boolean signed(String text, byte[] signature) {
        try {
            var key = HexFormat.of().formatHex(publicKey);
            var check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex("302a300506032b6570032100" + key))));
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
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
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("This proves nothing: " + what + " is wrong");
        }
    }
}
