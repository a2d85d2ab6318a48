package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says in one sentence what is wrong with the disk or a folder, and what to do about it. */
final class Disk {

    static final String FULL = "No space left on device";

    private static final long MEGABYTE = 1024 * 1024L;
    private static final long NEEDED = 200 * MEGABYTE;
    private static final long NEEDED_AT_FIRST = 1000 * MEGABYTE;

    private Disk() {}

    /** Refuses to start on a disk that will be full before long: half a start is harder to understand than none. */
    static void requireSpace(Path folder, boolean first) throws IOException {
        var store = Files.getFileStore(folder);
        var needed = first ? NEEDED_AT_FIRST : NEEDED;
        if (store.getUsableSpace() < needed) {
            throw new StackFailure(
                    "The disk that holds %s has %d MB left and %s needs %d MB; free some space, or set HINDSIGHT_HOME to a folder on another disk."
                            .formatted(
                                    folder,
                                    store.getUsableSpace() / MEGABYTE,
                                    first ? "the first start" : "a start",
                                    needed / MEGABYTE));
        }
    }

    static StackFailure full(Path where) {
        return new StackFailure(
                "The disk that holds %s is full; free some space and run ./hindsight up again: nothing acknowledged is lost."
                        .formatted(where));
    }

    /** The failure of a part, or its true cause where its log tells that the disk is full. */
    static StackFailure explain(Path log, String otherwise) {
        return Logs.tail(log).contains(FULL) ? full(log) : new StackFailure(otherwise);
    }

    static StackFailure explain(IOException failure) {
        if (String.valueOf(failure.getMessage()).contains(FULL)) {
            return full(failure instanceof FileSystemException about ? Path.of(about.getFile()) : Path.of("."));
        }
        if (failure instanceof AccessDeniedException denied) {
            return new StackFailure("%s cannot be written by %s; set HINDSIGHT_HOME to a folder that can."
                    .formatted(denied.getFile(), System.getProperty("user.name")));
        }
        return new StackFailure("Something is wrong with the file system: %s.".formatted(failure), failure);
    }
}
