package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

    @TempDir
    Path folder;

    @Test
    void aLogPastItsLimitIsMovedAsideWhileItsWriterGoesOn() throws IOException {
        var log = folder.resolve("part.log");
        try (var writer = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            writer.write(new byte[(int) Logs.LIMIT + 1]);
            Logs.bound(log);
            writer.write('x');
        }

        assertThat(log).hasContent("x");
        assertThat(Logs.previous(log)).hasSize(Logs.LIMIT + 1);
    }

    @Test
    void aLogWithinItsLimitIsLeftAlone() throws IOException {
        var log = Files.writeString(folder.resolve("part.log"), "short");

        Logs.bound(log);

        assertThat(log).hasContent("short");
        assertThat(Logs.previous(log)).doesNotExist();
    }
}
