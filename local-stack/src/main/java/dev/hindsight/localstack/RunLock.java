package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * At most one stack per home: a locked file with the holder's process number in it. Only the end of the process frees
 * the lock, however it ends: freed earlier, a second stack could start while this one still stops. A number left in a
 * file that can be locked means that the last run was killed.
 */
final class RunLock {

    private final FileChannel channel; // kept reachable: a collected channel is closed, and its lock gone
    private final boolean stale;

    private RunLock(FileChannel channel, boolean stale) {
        this.channel = channel;
        this.stale = stale;
    }

    static RunLock take(Path home) throws IOException {
        var channel = open(home);
        if (!locked(channel)) {
            throw new StackFailure("Hindsight is already running (process %s); ./hindsight status tells more."
                    .formatted(content(channel)));
        }
        var lock = new RunLock(channel, !content(channel).isEmpty());
        lock.write(Long.toString(ProcessHandle.current().pid()));
        return lock;
    }

    /** The process that runs the stack, if one does. */
    static Optional<ProcessHandle> holder(Path home) throws IOException {
        try (var channel = open(home)) {
            if (locked(channel)) {
                return Optional.empty();
            }
            var pid = content(channel);
            if (pid.isEmpty()) {
                throw new StackFailure("Hindsight is just starting or stopping; try again in a moment.");
            }
            return ProcessHandle.of(Long.parseLong(pid));
        }
    }

    static void awaitFree(Path home) throws IOException, InterruptedException {
        try (var channel = open(home)) {
            while (channel.tryLock() == null) {
                Thread.sleep(50);
            }
        }
    }

    /** For a program that goes on after its parts have ended. */
    void release() throws IOException {
        markStopped();
        channel.close();
    }

    boolean stale() {
        return stale;
    }

    void markStopped() throws IOException {
        write("");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProgram) {
            return false;
        }
    }

    private void write(String pid) throws IOException {
        channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String content(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(20);
        var length = channel.read(bytes, 0);
        return length <= 0 ? "" : new String(bytes.array(), 0, length, StandardCharsets.UTF_8).strip();
    }

    private static FileChannel open(Path home) throws IOException {
        return FileChannel.open(
                home.resolve("stack.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }
}
