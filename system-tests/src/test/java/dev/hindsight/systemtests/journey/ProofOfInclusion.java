package dev.hindsight.systemtests.journey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A verifier that shares nothing with the service it checks: proof files of
 * <a href="https://c2sp.org/tlog-proof">C2SP tlog-proof</a>, hashed by RFC 6962 section 2.1, their checkpoint a
 * <a href="https://c2sp.org/signed-note">C2SP signed-note</a>.
 */
final class ProofOfInclusion {

    private static final String FORMAT = "c2sp.org/tlog-proof@v1";
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};
    private static final int ED25519 = 1;

    /** What stands before an Ed25519 key in X.509 (RFC 8410 section 4). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] entry;
    private final long index;
    private final List<byte[]> path;
    private final String note;

    ProofOfInclusion(String file) {
        var parts = file.split("\n\n", 2);
        var lines = parts[0].lines().toList();
        if (!lines.getFirst().equals(FORMAT)
                || !lines.get(1).startsWith("extra ")
                || !lines.get(2).startsWith("index ")) {
            throw new IllegalArgumentException(file);
        }
        entry = decoded(lines.get(1).substring("extra ".length()));
        index = Long.parseLong(lines.get(2).substring("index ".length()));
        path = lines.stream().skip(3).map(ProofOfInclusion::decoded).toList();
        note = parts[1];
    }

    /** The leaf as it stands in the tree. */
    byte[] entry() {
        return entry.clone();
    }

    long index() {
        return index;
    }

    /** RFC 9162 section 2.1.3.2, whose hashes are those of RFC 6962. */
    boolean leadsToTheRoot() {
        var last = Long.parseLong(checkpoint().get(1)) - 1;
        var position = index;
        if (position > last) {
            return false;
        }
        var hash = sha256(LEAF, entry);
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((position & 1) == 1 || position == last) {
                hash = sha256(NODE, sibling, hash);
                while ((position & 1) == 0 && position != 0) {
                    position >>= 1;
                    last >>= 1;
                }
            } else {
                hash = sha256(NODE, hash, sibling);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, decoded(checkpoint().get(2)));
    }

    /** @param line {@code <name>+<id>+<key>}, as the log's operator publishes it */
    boolean isSignedBy(String line) throws GeneralSecurityException {
        var key = line.strip().split("\\+", 3);
        var typed = decoded(key[2]);
        var id = Arrays.copyOf(sha256((key[0] + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
        if (typed[0] != ED25519 || !HexFormat.of().formatHex(id).equals(key[1])) {
            return false;
        }
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(joined(X509, Arrays.copyOfRange(typed, 1, typed.length)))));
        verifier.update((note.substring(0, note.indexOf("\n\n")) + "\n").getBytes(StandardCharsets.UTF_8));
        var signature = decoded(signatureOf(key[0]));
        return Arrays.equals(signature, 0, 4, id, 0, 4) && verifier.verify(signature, 4, signature.length - 4);
    }

    /** Origin, size and root. */
    private List<String> checkpoint() {
        return note.substring(0, note.indexOf("\n\n")).lines().toList();
    }

    private String signatureOf(String name) {
        var beginning = "— " + name + " ";
        return note.lines()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(joined(parts));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] joined(byte[]... parts) {
        var length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var joined = new byte[length];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
