package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

/**
 * Passwords of this one installation, named as the environment variables that override them: drawn when first asked
 * for, kept beside the data they open.
 */
final class Secrets {

    private final Path file;
    private final Map<String, String> environment;
    private final Properties known = new Properties();

    Secrets(Path home, Map<String, String> environment) throws IOException {
        this.environment = environment;
        file = home.resolve("secrets.properties");
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                known.load(in);
            }
        }
    }

    synchronized String of(String variable) throws IOException {
        var given = environment.get(variable);
        if (given != null) {
            return given;
        }
        if (!known.containsKey(variable)) {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            known.setProperty(variable, HexFormat.of().formatHex(bytes));
            save();
        }
        return known.getProperty(variable);
    }

    private void save() throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(file.getParent(), "secrets", ".new", ownerOnly);
        try (var out = Files.newBufferedWriter(fresh)) {
            known.store(out, "Written by ./hindsight up");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
