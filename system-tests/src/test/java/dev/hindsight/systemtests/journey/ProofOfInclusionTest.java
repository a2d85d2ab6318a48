package dev.hindsight.systemtests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the verifier of the system tests refuses what is wrong: with a tree of three entries made here. */
class ProofOfInclusionTest {

    private static final String NAME = "example.test/log";

    private KeyPair keys;
    private String root;

    @BeforeEach
    void plantTree() throws GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        root = base64(node(node(leaf("one"), leaf("two")), leaf("three")));
    }

    @Test
    void acceptsEachEntry() throws GeneralSecurityException {
        assertThat(proof("one", 0, 3, base64(leaf("two")), base64(leaf("three")))
                        .leadsToTheRoot())
                .isTrue();
        assertThat(proof("two", 1, 3, base64(leaf("one")), base64(leaf("three")))
                        .leadsToTheRoot())
                .isTrue();
        assertThat(proof("three", 2, 3, base64(node(leaf("one"), leaf("two")))).leadsToTheRoot())
                .isTrue();
    }

    @Test
    void refusesAnotherEntryIndexSizeOrPath() throws GeneralSecurityException {
        var one = base64(leaf("one"));
        var two = base64(leaf("two"));
        var three = base64(leaf("three"));

        assertThat(proof("four", 0, 3, two, three).leadsToTheRoot()).isFalse();
        assertThat(proof("one", 1, 3, two, three).leadsToTheRoot()).isFalse();
        assertThat(proof("one", 0, 2, two, three).leadsToTheRoot()).isFalse();
        assertThat(proof("one", 0, 3, two).leadsToTheRoot()).isFalse();
        assertThat(proof("one", 0, 3, three, two).leadsToTheRoot()).isFalse();
        assertThat(proof("three", 3, 3, one).leadsToTheRoot()).isFalse();
    }

    @Test
    void knowsItsKeyFromAnother() throws GeneralSecurityException {
        var proof = proof("one", 0, 3, base64(leaf("two")), base64(leaf("three")));
        var others = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        assertThat(proof.isSignedBy(line(keys))).isTrue();
        assertThat(proof.isSignedBy(line(others))).isFalse();
    }

    private ProofOfInclusion proof(String entry, long index, long size, String... path)
            throws GeneralSecurityException {
        var checkpoint = "%s\n%d\n%s\n".formatted(NAME, size, root);
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(keys.getPrivate());
        signer.update(checkpoint.getBytes(StandardCharsets.UTF_8));
        var signature = base64(joined(id(keys), signer.sign()));
        return new ProofOfInclusion(
                """
                c2sp.org/tlog-proof@v1
                extra %s
                index %d
                %s

                %s
                — %s %s
                """.formatted(base64(bytes(entry)), index, String.join("\n", path), checkpoint, NAME, signature));
    }

    private static String line(KeyPair keys) throws GeneralSecurityException {
        return "%s+%s+%s".formatted(NAME, HexFormat.of().formatHex(id(keys)), base64(typed(keys)));
    }

    private static byte[] id(KeyPair keys) throws GeneralSecurityException {
        return Arrays.copyOf(sha256(joined(bytes(NAME + "\n"), typed(keys))), 4);
    }

    private static byte[] typed(KeyPair keys) {
        var x509 = keys.getPublic().getEncoded();
        return joined(new byte[] {1}, Arrays.copyOfRange(x509, x509.length - 32, x509.length));
    }

    private static byte[] leaf(String entry) throws GeneralSecurityException {
        return sha256(joined(new byte[] {0}, bytes(entry)));
    }

    private static byte[] node(byte[] left, byte[] right) throws GeneralSecurityException {
        return sha256(joined(joined(new byte[] {1}, left), right));
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
