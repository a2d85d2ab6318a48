package dev.hindsight.audit.sealing;

import dev.hindsight.merkle.NoteSigner;
import dev.hindsight.merkle.PrivateKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key that this service alone holds, from a file. */
public final class SigningKey {

    private SigningKey() {}

    /**
     * @param file empty if none is configured
     * @throws IllegalStateException with one sentence that says what to do
     */
    public static NoteSigner read(String origin, String file) {
        if (file.isBlank()) {
            throw refusal("HINDSIGHT_AUDIT_SIGNING_KEY is not set; it names the file with the private key.");
        }
        try {
            return PrivateKeys.read(origin, Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw refusal(
                    "the signing key %s cannot be read; check HINDSIGHT_AUDIT_SIGNING_KEY and the rights of the file."
                            .formatted(file));
        } catch (IllegalArgumentException e) {
            throw refusal("the file %s is not the signing key of %s: %s.".formatted(file, origin, e.getMessage()));
        }
    }

    private static IllegalStateException refusal(String reason) {
        return new IllegalStateException("This service will not start: " + reason);
    }
}
