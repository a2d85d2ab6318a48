package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

    @TempDir
    Path home;

    private Child child;

    @BeforeEach
    void create() {
        child = new Child("sleeper", home);
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        child.stop(Duration.ofSeconds(5));
    }

    @Test
    void isFoundByALaterRunOfTheProgram() throws IOException {
        var process = child.start(List.of("sleep", "100"), Map.of());

        assertThat(new Child("sleeper", home).running()).contains(process.toHandle());
    }

    @Test
    void isNotTakenForAnotherProgramThatGotItsNumber() throws IOException {
        var process = child.start(List.of("sleep", "100"), Map.of());
        var pidFile = home.resolve("run/sleeper.pid");
        var startedAt = Long.parseLong(Files.readString(pidFile).split(" ")[1]);

        Files.writeString(pidFile, process.pid() + " " + (startedAt - 60_000));
        assertThat(child.running()).isEmpty();

        Files.writeString(pidFile, process.pid() + " " + startedAt);
        assertThat(child.running()).isPresent();
    }

    @Test
    void aPidFileCutOffByAKillIsNobody() throws IOException {
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("run/sleeper.pid"), "12");

        assertThat(child.running()).isEmpty();
    }

    @Test
    void stopEndsItAndForgetsIt() throws IOException, InterruptedException {
        var process = child.start(List.of("sleep", "100"), Map.of());

        child.stop(Duration.ofSeconds(5));

        assertThat(process.waitFor()).isEqualTo(128 + 15);
        assertThat(home.resolve("run/sleeper.pid")).doesNotExist();
    }

    @Test
    void oneThatIgnoresTheRequestToEndIsKilled() throws IOException, InterruptedException {
        var ready = home.resolve("ready");
        var process =
                child.start(List.of("bash", "-c", "trap '' TERM; touch '%s'; sleep 100".formatted(ready)), Map.of());
        while (!Files.exists(ready)) {
            Thread.onSpinWait();
        }

        child.stop(Duration.ofMillis(200));

        assertThat(process.waitFor()).isEqualTo(128 + 9);
    }

    @Test
    void getsItsOwnSettings() throws IOException, InterruptedException {
        child.start(List.of("bash", "-c", "echo \"$HINDSIGHT_STATE_SECRET\""), Map.of("HINDSIGHT_STATE_SECRET", "own"))
                .waitFor();

        assertThat(child.log()).hasContent("own\n");
    }

    @Test
    void keepsTheLogOfTheRunBefore() throws IOException, InterruptedException {
        child.start(List.of("echo", "first"), Map.of()).waitFor();
        child.start(List.of("echo", "second"), Map.of()).waitFor();

        assertThat(child.log()).hasContent("second\n");
        assertThat(Logs.previous(child.log())).hasContent("first\n");
    }
}
