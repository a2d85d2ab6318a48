package dev.hindsight.actionitem.webhooks;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Seals what the database is to keep and not to know (AES-256 in Galois/Counter Mode). Without a key nothing starts. */
@Singleton
public class WebhookKey {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** @param hex the 32 bytes of the key */
    public WebhookKey(@ConfigProperty(name = "hindsight.webhook.key") Optional<String> hex) {
        key = new SecretKeySpec(bytes(hex.orElse("").strip()), "AES");
    }

    /** The service finds out when it starts whether it has a key. */
    void start(@Observes StartupEvent event) {}

    /** @param about what it belongs to; it opens for nothing else */
    byte[] sealed(byte[] secret, byte[] about) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, about);
            var sealed = cipher.doFinal(secret);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be sealed", e);
        }
    }

    byte[] opened(byte[] sealed, byte[] about) {
        try {
            var nonce = ByteBuffer.wrap(sealed, 0, NONCE_BYTES);
            var first = new byte[NONCE_BYTES];
            nonce.get(first);
            return cipher(Cipher.DECRYPT_MODE, first, about).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A secret was sealed by another key: HINDSIGHT_WEBHOOK_KEY must stay the same", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] about) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about);
        return cipher;
    }

    private static byte[] bytes(String hex) {
        if (!hex.matches("[0-9a-fA-F]{%d}".formatted(2 * KEY_BYTES))) {
            throw new IllegalStateException(("HINDSIGHT_WEBHOOK_KEY must be %d hexadecimal digits; draw them by"
                            + " \"openssl rand -hex %d\" and keep them: what is sealed by them opens by no others.")
                    .formatted(2 * KEY_BYTES, KEY_BYTES));
        }
        return HexFormat.of().parseHex(hex);
    }
}
