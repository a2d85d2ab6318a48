package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Creates the folder that holds data, logs and secrets of one stack: for its owner's eyes only. */
final class Homes {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private Homes() {}

    static void create(Path home) throws IOException {
        if (Files.exists(home)) {
            if (!Files.isDirectory(home) || !Files.isWritable(home)) {
                throw unusable(home, "is not a folder that %s can write to".formatted(System.getProperty("user.name")));
            }
            return;
        }
        try {
            Files.createDirectories(home.toAbsolutePath().getParent());
            Files.createDirectory(home, OWNER_ONLY);
        } catch (FileSystemException e) {
            if (String.valueOf(e.getReason()).contains(Disk.FULL)) {
                throw e;
            }
            throw unusable(home, "cannot be created by %s".formatted(System.getProperty("user.name")));
        }
    }

    private static StackFailure unusable(Path home, String why) {
        return new StackFailure("%s %s; set HINDSIGHT_HOME to a folder that can hold data.".formatted(home, why));
    }
}
