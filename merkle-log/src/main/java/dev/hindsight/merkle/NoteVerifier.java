package dev.hindsight.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The public half of an Ed25519 key that signs notes (C2SP signed-note); equal by name and key. */
public final class NoteVerifier {

    private static final byte ED25519 = 1;
    private static final byte[] NAME_ENDS = {'\n'};
    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410 section 4). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;
    private final PublicKey publicKey;

    private NoteVerifier(String name, byte[] key) {
        if (!KeyName.isValid(name) || key.length != Hash.LENGTH) {
            throw new IllegalArgumentException("Not the name and the 32 bytes of an Ed25519 key: " + name);
        }
        this.name = name;
        this.key = key.clone();
        try {
            publicKey = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(ByteBuffer.allocate(X509.length + key.length)
                            .put(X509)
                            .put(key)
                            .array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 key", e);
        }
    }

    /** @param key 32 bytes (RFC 8032 section 5.1.5) */
    public static NoteVerifier of(String name, byte[] key) {
        return new NoteVerifier(name, key);
    }

    /**
     * Reads {@code name+id+key}, the form in which verifiers are handed around.
     *
     * @throws IllegalArgumentException if it is of another form or kind, or its id is not that of its key
     */
    public static NoteVerifier parse(String line) {
        var parts = line.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A verifier key is name+id+key");
        }
        var key = Base64Text.decode(parts[2]);
        if (key.length == 0 || key[0] != ED25519) {
            throw new IllegalArgumentException("Not an Ed25519 key: " + parts[0]);
        }
        var verifier = new NoteVerifier(parts[0], Arrays.copyOfRange(key, 1, key.length));
        if (!verifier.line().equals(line)) {
            throw new IllegalArgumentException("The id is not that of the key: " + line);
        }
        return verifier;
    }

    public String name() {
        return name;
    }

    public int keyId() {
        return ByteBuffer.wrap(Hash.digest(name.getBytes(UTF_8), NAME_ENDS, typed()))
                .getInt();
    }

    /** {@code name+id+key}, to be pinned by clients. */
    public String line() {
        return "%s+%08x+%s".formatted(name, keyId(), Base64.getEncoder().encodeToString(typed()));
    }

    boolean made(NoteSignature signature) {
        return signature.keyName().equals(name) && signature.keyId() == keyId();
    }

    boolean verifies(String text, NoteSignature signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey);
            check.update(text.getBytes(UTF_8));
            return check.verify(signature.bytes());
        } catch (SignatureException e) {
            return false; // of the wrong length, or not a point of the curve
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + key.length).put(ED25519).put(key).array();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoteVerifier verifier && name.equals(verifier.name) && Arrays.equals(key, verifier.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(key));
    }

    @Override
    public String toString() {
        return line();
    }
}
