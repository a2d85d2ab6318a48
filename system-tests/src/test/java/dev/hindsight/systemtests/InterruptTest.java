package dev.hindsight.systemtests;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ctrl-C in the middle of a start: a terminal sends the signal to the whole process group of the command. */
class InterruptTest {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    private final Path folder =
            Path.of("target", "interrupt-" + UUID.randomUUID()).toAbsolutePath();
    private final Path log = folder.resolve("up.log");
    private Process command;

    /** The script in a folder of its own that counts as built, so that it starts what is there and builds nothing. */
    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("target"));
        Files.copy(CHECKOUT.resolve("hindsight"), folder.resolve("hindsight"));
        Files.createSymbolicLink(folder.resolve("local-stack"), CHECKOUT.resolve("local-stack"));
        Files.createSymbolicLink(folder.resolve("migrator"), CHECKOUT.resolve("migrator"));
        Files.createFile(folder.resolve("pom.xml"));
        Files.createFile(folder.resolve("target/built"));
        var builder = new ProcessBuilder("env", "--default-signal=INT", "setsid", "--wait", "bash", "hindsight", "up")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HINDSIGHT_HOME", folder.resolve("home").toString());
        builder.environment().putAll(RunningStack.freePorts());
        command = builder.start();
        await().atMost(2, MINUTES).until(() -> {
            assertThat(command.isAlive()).as(Files.readString(log)).isTrue();
            return Files.readString(log).contains("PostgreSQL           ready");
        });
    }

    @AfterEach
    void end() {
        command.descendants().forEach(ProcessHandle::destroyForcibly);
        command.destroyForcibly();
    }

    @Test
    void stopsWhatHasStartedInOrderAndLeavesNoProcess() throws IOException, InterruptedException {
        var started = command.descendants().toList();
        assertThat(started).hasSizeGreaterThan(2);

        new ProcessBuilder("kill", "-INT", "--", "-" + command.pid()).start().waitFor();

        assertThat(command.waitFor(1, MINUTES)).isTrue();
        assertThat(command.exitValue()).isZero();
        assertThat(Files.readString(log)).endsWith(" s\n").contains("PostgreSQL           stopped");
        await().atMost(10, SECONDS).until(() -> started.stream().noneMatch(RunningStack::isRunning));
    }
}
