package dev.hindsight.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.List;

/** Signs notes with an Ed25519 key (C2SP signed-note). */
public final class NoteSigner {

    private final KeyPair keys;
    private final NoteVerifier verifier;

    private NoteSigner(String name, KeyPair keys) {
        this.keys = keys;
        verifier = NoteVerifier.of(name, encoded((EdECPublicKey) keys.getPublic()));
    }

    /** @param seed the private key, 32 bytes (RFC 8032 section 5.1.5) */
    public static NoteSigner of(String name, byte[] seed) {
        if (seed.length != Hash.LENGTH) {
            throw new IllegalArgumentException("A private Ed25519 key has 32 bytes");
        }
        return new NoteSigner(name, pair(new Given(seed)));
    }

    /** A new key. */
    public static NoteSigner generate(String name) {
        return new NoteSigner(name, pair(new SecureRandom()));
    }

    public NoteVerifier verifier() {
        return verifier;
    }

    public SignedNote sign(String text) {
        return new SignedNote(text, List.of(signature(text)));
    }

    NoteSignature signature(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return NoteSignature.of(verifier.name(), verifier.keyId(), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    private static KeyPair pair(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    /** Little-endian y with the lowest bit of x on top (RFC 8032 section 5.1.2). */
    private static byte[] encoded(EdECPublicKey key) {
        var bigEndian = key.getPoint().getY().toByteArray();
        var bytes = new byte[Hash.LENGTH];
        for (int i = 0; i < Math.min(bytes.length, bigEndian.length); i++) {
            bytes[i] = bigEndian[bigEndian.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            bytes[Hash.LENGTH - 1] |= (byte) 0x80;
        }
        return bytes;
    }

    /** Draws what was given: a key pair from it is the way to the public half of a private key that the JDK has. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(Arrays.copyOf(seed, bytes.length), 0, bytes, 0, bytes.length);
        }
    }
}
