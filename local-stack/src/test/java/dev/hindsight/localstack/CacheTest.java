package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

    @TempDir
    Path root;

    private Cache cache;

    @BeforeEach
    void create() {
        cache = new Cache(root);
    }

    @Test
    void makesAFolderOnce() throws IOException, InterruptedException {
        var made = new AtomicInteger();
        Cache.Recipe recipe = folder -> {
            made.incrementAndGet();
            Files.createDirectories(folder);
        };

        cache.folder("program-1", recipe);
        cache.folder("program-1", recipe);

        assertThat(made).hasValue(1);
    }

    @Test
    void whatWasInterruptedIsMadeAnew() throws IOException, InterruptedException {
        assertThatThrownBy(() -> cache.folder("program-1", folder -> {
                    Files.createDirectories(folder);
                    Files.writeString(folder.resolve("half"), "");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class);
        assertThat(root.resolve("program-1")).doesNotExist();

        cache.folder(
                "program-1",
                folder -> Files.writeString(Files.createDirectories(folder).resolve("whole"), ""));

        assertThat(root.resolve("program-1")).isDirectoryContaining(file -> file.endsWith("whole"));
        assertThat(root.resolve("program-1/half")).doesNotExist();
    }
}
