package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The Ed25519 key that the log is sealed with: drawn once for a home, in PKCS#8 as PEM (RFC 8410, RFC 7468). With another
 * key, what was sealed before could no longer be continued.
 */
record SigningKey(Path file) {

    private static final int LINE = 64;

    static SigningKey of(Path home) {
        return new SigningKey(home.resolve("audit-signing-key.pem"));
    }

    /** Leaves a whole key or none, readable by its owner alone. */
    Path drawnOnce() throws IOException {
        if (!Files.exists(file)) {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var fresh = Files.createTempFile(file.getParent(), "signing-key", ".new", ownerOnly);
            Files.writeString(fresh, pem());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private static String pem() {
        try {
            var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
            var lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
            return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                    .formatted(lines.encodeToString(key.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
