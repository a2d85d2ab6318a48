package dev.hindsight.merkle;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Reads the private key of a log: PKCS#8 in PEM (RFC 8410), or the private form of note keys of golang.org/x/mod. */
public final class PrivateKeys {

    private static final String NOTE_KEY = "PRIVATE+KEY+";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final byte ED25519 = 1;

    private PrivateKeys() {}

    /**
     * The signer of that name.
     *
     * @param key the content of a key file
     * @throws IllegalArgumentException if it holds no Ed25519 key, or a note key of another name; never quotes the key
     */
    public static NoteSigner read(String name, String key) {
        var text = key.strip();
        return text.startsWith(NOTE_KEY) ? fromNoteKey(name, text) : fromPem(name, text);
    }

    private static NoteSigner fromNoteKey(String name, String text) {
        var parts = text.substring(NOTE_KEY.length()).split("\\+", 3);
        if (parts.length != 3 || !parts[0].equals(name)) {
            throw new IllegalArgumentException("It is not a key named " + name);
        }
        var seed = decode(parts[2]);
        if (seed.length != 1 + Hash.LENGTH || seed[0] != ED25519) {
            throw new IllegalArgumentException("It is not an Ed25519 key");
        }
        var signer = NoteSigner.of(name, Arrays.copyOfRange(seed, 1, seed.length));
        if (!"%08x".formatted(signer.verifier().keyId()).equals(parts[1])) {
            throw new IllegalArgumentException("Its id is not that of the key");
        }
        return signer;
    }

    private static NoteSigner fromPem(String name, String text) {
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IllegalArgumentException("It is neither a PEM file of a private key nor a note key");
        }
        var body = text.substring(BEGIN.length(), text.length() - END.length()).replaceAll("\\s", "");
        try {
            var key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(decode(body)));
            return NoteSigner.of(name, ((EdECPrivateKey) key).getBytes().orElseThrow());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("It is not an Ed25519 key");
        }
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("It is damaged");
        }
    }
}
