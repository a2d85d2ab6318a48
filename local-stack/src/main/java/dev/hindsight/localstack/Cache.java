package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Programs unpacked and built once per version, then only read, by every home of this user. A folder appears whole or
 * not at all, so an interrupted start leaves nothing half done.
 */
record Cache(Path root) {

    /** Fills a folder that does not exist yet. */
    interface Recipe {
        void make(Path folder) throws IOException, InterruptedException;
    }

    Path folder(String name, Recipe recipe) throws IOException, InterruptedException {
        var folder = root.resolve(name);
        return Files.exists(folder) ? folder : made(folder, recipe);
    }

    /** One maker at a time: the monitor keeps the threads of this program apart, the locked file other programs. */
    private static synchronized Path made(Path folder, Recipe recipe) throws IOException, InterruptedException {
        Files.createDirectories(folder.getParent());
        var lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.exists(folder)) {
                var fresh = folder.resolveSibling(folder.getFileName() + ".new");
                Archives.delete(fresh);
                recipe.make(fresh);
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return folder;
    }
}
