package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Creates the folder that holds data, logs and secrets of one stack: for its owner's eyes only. */
final class Homes {

    private Homes() {}

    static void create(Path home) throws IOException {
        if (!Files.exists(home)) {
            Files.createDirectories(home.toAbsolutePath().getParent());
            Files.createDirectory(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else if (!Files.isWritable(home)) {
            throw new java.nio.file.AccessDeniedException(home.toString());
        }
    }
}
