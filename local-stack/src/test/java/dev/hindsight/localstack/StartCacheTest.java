package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a program that says hello and stays. */
class StartCacheTest {

    private static final List<String> OPTIONS = List.of("-Xmx16m", "-XX:+UseSerialGC");

    @TempDir
    Path home;

    private Path jar;
    private Child program;

    @BeforeEach
    void compile() throws IOException {
        var source = Files.writeString(home.resolve("Hello.java"), """
                public class Hello {
                    public static void main(String[] arguments) throws Exception {
                        System.out.println("hello");
                        Thread.sleep(60_000);
                    }
                }
                """);
        assertThat(ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.err, source.toString()))
                .isZero();
        jar = Files.createDirectories(home.resolve("app")).resolve("hello.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Hello");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry("Hello.class"));
            out.write(Files.readAllBytes(home.resolve("Hello.class")));
        }
        program = new Child("hello", home);
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        program.stop(Duration.ofSeconds(5));
    }

    @Test
    void theSecondStartUsesWhatTheFirstHasRecorded() throws IOException, InterruptedException {
        record();

        assertThat(cache().isMade()).isTrue();
        assertThat(cache().command()).anyMatch(option -> option.startsWith("-XX:AOTCache="));
        assertThat(says(cache().command())).isEqualTo("hello\n");
        assertThat(home.resolve("start-cache"))
                .isDirectoryContaining(file -> file.toString().endsWith(".aot"));
        assertThat(Files.list(home.resolve("start-cache"))).hasSize(1);
    }

    @Test
    void aNewBuildIsRecordedAnewAndTheOldCacheDeleted() throws IOException, InterruptedException {
        record();

        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(cache().isMade()).isFalse();

        record();
        assertThat(cache().isMade()).isTrue();
        assertThat(Files.list(home.resolve("start-cache"))).hasSize(1);
    }

    @Test
    void aBrokenCacheCostsTimeOnly() throws IOException, InterruptedException {
        record();
        try (var caches = Files.newDirectoryStream(home.resolve("start-cache"))) {
            Files.writeString(caches.iterator().next(), "cut off");
        }

        assertThat(says(cache().command())).endsWith("hello\n");
    }

    @Test
    void aStartInBetweenRecordsNothing() throws IOException, InterruptedException {
        assertThat(says(cache().commandWithoutRecording())).isEqualTo("hello\n");
        assertThat(home.resolve("start-cache")).doesNotExist();

        record();

        assertThat(cache().commandWithoutRecording()).isEqualTo(cache().command());
    }

    private void record() throws IOException, InterruptedException {
        var cache = cache();
        var process = program.start(cache.command(), Map.of());
        awaitHello();
        cache.endRecording(process.toHandle());
        program.stop(Duration.ofSeconds(5));
        cache.assemble();
    }

    private String says(List<String> command) throws IOException, InterruptedException {
        program.start(command, Map.of());
        awaitHello();
        program.stop(Duration.ofSeconds(5));
        return Files.readString(program.log());
    }

    private void awaitHello() throws IOException {
        while (!Files.readString(program.log()).contains("hello")) {
            Thread.onSpinWait();
        }
    }

    private StartCache cache() throws IOException {
        return new StartCache("hello", jar, OPTIONS, home.resolve("start-cache"), new Child("hello-start-cache", home));
    }
}
