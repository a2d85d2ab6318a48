package dev.hindsight.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Private keys as {@code openssl genpkey -algorithm ed25519} writes them. */
public final class SigningKeys {

    private SigningKeys() {}

    /** A new key, and the settings by which the service finds it. */
    public static Map<String, String> inAFolderOfItsOwn() {
        return Map.of("hindsight.audit.signing-key", newKey().toString());
    }

    public static Path newKey() {
        try {
            Files.createDirectories(Path.of("target"));
            var file = Files.createTempDirectory(Path.of("target"), "key").resolve("log-key.pem");
            Files.writeString(file, pem("Ed25519"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pem(String algorithm) {
        try {
            var key = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
            return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                    .formatted(Base64.getEncoder().encodeToString(key.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
