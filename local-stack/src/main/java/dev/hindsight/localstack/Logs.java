package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Keeps each log to two files of bounded size: the one being written, and the one before it. */
final class Logs {

    static final long LIMIT = 16 * 1024 * 1024L;

    private Logs() {}

    static Path previous(Path log) {
        return log.resolveSibling(log.getFileName() + ".previous");
    }

    /** The writer appends, so that it goes on at the start of a file that was cut to nothing. */
    static void bound(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LIMIT) {
            Files.copy(log, previous(log), StandardCopyOption.REPLACE_EXISTING);
            try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
    }

    /** The end of a log, for looking into why its process ended. */
    static String tail(Path log) {
        var bytes = 64 * 1024;
        try (var channel = FileChannel.open(log, StandardOpenOption.READ)) {
            var start = Math.max(0, channel.size() - bytes);
            var buffer = java.nio.ByteBuffer.allocate((int) (channel.size() - start));
            channel.read(buffer, start);
            return new String(buffer.array(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
