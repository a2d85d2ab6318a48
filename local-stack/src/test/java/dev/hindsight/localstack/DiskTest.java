package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aWriteToAFullDiskIsToldAsSuch() {
        var failure = catchThrowableOfType(IOException.class, () -> Files.write(Path.of("/dev/full"), new byte[1]));

        assertThat(Disk.explain(failure)).hasMessageContaining("is full; free some space");
    }

    @Test
    void aFolderThatIsSomebodyElsesIsToldWithWhatToDo() {
        assertThat(Disk.explain(new AccessDeniedException("/data/hindsight")))
                .hasMessageStartingWith("/data/hindsight cannot be written by ")
                .hasMessageEndingWith("set HINDSIGHT_HOME to a folder that can.");
    }

    @Test
    void theLogOfAPartTellsThatTheDiskIsFull() throws IOException {
        var log = Files.writeString(folder.resolve("postgres.log"), "PANIC: could not write: No space left on device");

        assertThat(Disk.explain(log, "PostgreSQL did not start.")).hasMessageContaining("is full");
    }

    @Test
    void anyOtherEndOfAPartIsToldAsItIs() throws IOException {
        var log = Files.writeString(folder.resolve("postgres.log"), "LOG: shutting down");

        assertThat(Disk.explain(log, "PostgreSQL did not start.")).hasMessage("PostgreSQL did not start.");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskWithoutRoomIsRefusedBeforeAnythingStarts() {
        // a file system with no room at all, on every Linux
        assertThatThrownBy(() -> Disk.requireSpace(Path.of("/proc"), false))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("The disk that holds /proc has 0 MB left and a start needs 200 MB");
    }
}
