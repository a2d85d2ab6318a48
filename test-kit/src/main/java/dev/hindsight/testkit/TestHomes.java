package dev.hindsight.testkit;

import dev.hindsight.localstack.Infrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Gives each server of a test a folder of its own under the module's {@code target/}, and tidies up after killed tests.
 * Where a module's tests run in several processes, each tidies up after its own predecessor only.
 */
final class TestHomes {

    private static final Path ALL = Path.of("target", "test-homes", System.getProperty("test.process", "alone"))
            .toAbsolutePath();
    private static boolean tidied;

    private TestHomes() {}

    static synchronized Path fresh(String kind) throws IOException {
        if (!tidied && Files.exists(ALL)) {
            try (var homes = Files.list(ALL)) {
                for (var home : homes.toList()) {
                    Infrastructure.discard(checkout(), home);
                }
            }
        }
        tidied = true;
        return ALL.resolve(kind + "-" + UUID.randomUUID());
    }

    /** Where what was printed stays readable after the homes are deleted. */
    static Path outputs() {
        return Path.of("target", "outputs").toAbsolutePath();
    }

    /** The folder of the whole project: tests run in the folder of their module. */
    static Path checkout() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "%s is not inside the project".formatted(Path.of("").toAbsolutePath()));
    }
}
