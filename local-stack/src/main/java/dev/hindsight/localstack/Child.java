package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One process of the stack, with its log and its pid file. The pid file also holds the start time, so that a
 * number which the system has since given to another program is never taken for ours.
 */
final class Child {

    private static final Pattern PID_AND_START = Pattern.compile("^(\\d+) (\\d+)\\s*$");

    private final Path pidFile;
    private final Path log;

    Child(String name, Path home) {
        pidFile = home.resolve("run").resolve(name + ".pid");
        log = home.resolve("logs").resolve(name + ".log");
    }

    Path log() {
        return log;
    }

    Process start(List<String> command, Map<String, String> environment) throws IOException {
        Files.createDirectories(pidFile.getParent());
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(log, Logs.previous(log), StandardCopyOption.REPLACE_EXISTING);
        }
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())) // so that it can be cut short meanwhile
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        // each process gets its own secrets only, not all that were given to the stack
        builder.environment().keySet().removeIf(Child::isSecret);
        builder.environment().putAll(environment);
        var process = builder.start();
        var startedAt = process.info().startInstant().orElse(Instant.EPOCH);
        Files.writeString(pidFile, process.pid() + " " + startedAt.toEpochMilli());
        return process;
    }

    /** The process, also when an earlier run of this program started it. */
    Optional<ProcessHandle> running() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var written = PID_AND_START.matcher(Files.readString(pidFile));
        if (!written.find()) {
            return Optional.empty(); // killed while writing it
        }
        var startedAt = Instant.ofEpochMilli(Long.parseLong(written.group(2)));
        return ProcessHandle.of(Long.parseLong(written.group(1)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> isOurs(process.info(), startedAt));
    }

    /** Asks the process to end, and ends it if it has not done so in time. */
    void stop(Duration patience) throws IOException, InterruptedException {
        var process = running();
        if (process.isPresent()) {
            process.get().destroy();
            if (!hasEnded(patience)) {
                process.get().destroyForcibly();
                hasEnded(Duration.ofSeconds(5));
            }
        }
        Files.deleteIfExists(pidFile);
    }

    static boolean isZombie(ProcessHandle process) {
        return process.isAlive() && process.info().command().isEmpty();
    }

    private static boolean isSecret(String variable) {
        return variable.startsWith("HINDSIGHT_")
                && (variable.endsWith("_PASSWORD") || variable.endsWith("_SECRET") || variable.endsWith("_KEY"));
    }

    /** The start time may drift by the clock's corrections; a zombie, whose parent has not noticed, has no command. */
    private static boolean isOurs(ProcessHandle.Info process, Instant startedAt) {
        return process.command().isPresent()
                && process.startInstant()
                        .filter(at -> Duration.between(startedAt, at).abs().toSeconds() < 2)
                        .isPresent();
    }

    private boolean hasEnded(Duration patience) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (running().isPresent()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }
}
