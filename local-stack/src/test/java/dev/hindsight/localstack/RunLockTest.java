package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

    @TempDir
    Path home;

    @Test
    void aSecondStackInTheSameHomeIsRefused() throws IOException {
        var lock = RunLock.take(home);

        assertThatThrownBy(() -> RunLock.take(home))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(
                        "already running (process " + ProcessHandle.current().pid() + ")");
        lock.release();
    }

    @Test
    void theHolderIsTheProcessThatTookIt() throws IOException {
        var lock = RunLock.take(home);

        assertThat(RunLock.holder(home)).contains(ProcessHandle.current());
        lock.release();
    }

    @Test
    void aNumberInALockThatIsFreeMeansThatTheLastRunWasKilled() throws IOException {
        Files.writeString(home.resolve("stack.lock"), "1");

        var lock = RunLock.take(home);

        assertThat(lock.stale()).isTrue();
        lock.release();
    }

    @Test
    void aRunThatStoppedInOrderLeavesNothingStale() throws IOException {
        RunLock.take(home).release();

        var next = RunLock.take(home);

        assertThat(next.stale()).isFalse();
        next.release();
    }

    @Test
    void nobodyHoldsALockOfAKilledRun() throws IOException {
        Files.writeString(home.resolve("stack.lock"), "1");

        assertThat(RunLock.holder(home)).isEmpty();
    }
}
