package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;

/**
 * Lets a program start in a third of the time: its classes as they are once loaded and linked, recorded at its first
 * start (https://openjdk.org/jeps/514). A cache that does not fit is passed over by the virtual machine, so all that can
 * go wrong is that a start takes longer.
 */
final class StartCache {

    private final Path jar;
    private final List<String> options;
    private final Path cache;
    private final Path recording;
    private final Child assembler;

    /** One for each build, virtual machine and set of options: together they decide whether a cache fits. */
    StartCache(String program, Path jar, List<String> options, Path folder, Child assembler) throws IOException {
        this.jar = jar;
        this.options = options;
        this.assembler = assembler;
        cache = folder.resolve("%s-%s.aot".formatted(program, key(jar, options)));
        recording = folder.resolve(cache.getFileName() + ".recording");
    }

    boolean isMade() {
        return Files.exists(cache);
    }

    List<String> command() throws IOException {
        if (isMade()) {
            return launch("-XX:AOTCache=" + cache);
        }
        Files.createDirectories(cache.getParent());
        return launch("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording, "-Xlog:aot=off");
    }

    /** For a start in between, while others use the program: recording would hold it up. */
    List<String> commandWithoutRecording() {
        return isMade() ? launch("-XX:AOTCache=" + cache) : launch();
    }

    /** Stops the program for some seconds, so it has to be done before anybody uses it. */
    void endRecording(ProcessHandle program) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        KeycloakPrograms.java("jcmd"), Long.toString(program.pid()), "AOT.end_recording")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }

    /** Leaves the cache whole or not at all; meanwhile everything else goes first. */
    void assemble() throws IOException, InterruptedException {
        if (!Files.exists(recording)) {
            return;
        }
        var fresh = cache.resolveSibling(cache.getFileName() + ".new");
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(launch("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording, "-XX:AOTCache=" + fresh));
        var made = assembler.start(command, Map.of()).waitFor() == 0 && Files.exists(fresh);
        if (made) {
            Files.move(fresh, cache, StandardCopyOption.ATOMIC_MOVE);
        }
        deleteAllBut(cache);
    }

    private List<String> launch(String... cacheOptions) {
        var command = new ArrayList<>(List.of(KeycloakPrograms.java("java")));
        command.addAll(options);
        command.addAll(List.of(cacheOptions));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** What earlier builds and broken off attempts have left. */
    private void deleteAllBut(Path kept) throws IOException {
        var name = kept.getFileName().toString();
        var program = name.substring(0, name.lastIndexOf('-') + 1);
        try (var files = Files.newDirectoryStream(kept.getParent(), program + "*")) {
            for (var file : files) {
                if (!file.equals(kept)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String key(Path jar, List<String> options) throws IOException {
        var checksum = new CRC32C();
        checksum.update(text(System.getProperty("java.vm.version"), options.toString()));
        try (var files = Files.walk(jar.getParent())) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                checksum.update(text(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
        }
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    private static byte[] text(Object... parts) {
        return List.of(parts).toString().getBytes(StandardCharsets.UTF_8);
    }
}
