package dev.hindsight.actionitem.github;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the secret shared with GitHub whether a body comes from there.
 *
 * @see <a href="https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries">Validating webhook
 *     deliveries</a>
 */
@Singleton
public class GitHubSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private final @Nullable String secret;

    GitHubSignature(@ConfigProperty(name = "hindsight.github.webhook.secret") Optional<String> secret) {
        this.secret = secret.filter(text -> !text.isBlank()).orElse(null);
    }

    /** Whether there is a secret; without one nothing is believed. */
    public boolean isSetUp() {
        return secret != null;
    }

    /**
     * Takes as long whichever part of it is wrong.
     *
     * @param signature the header {@code X-Hub-Signature-256}
     */
    public boolean fits(byte[] body, @Nullable String signature) {
        if (secret == null || signature == null) {
            return false;
        }
        var expected = PREFIX + HexFormat.of().formatHex(signed(body, secret));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] signed(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
