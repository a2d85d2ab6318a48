package dev.hindsight.benchmarks.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** This program run again as a second process, with the memory settings that services get. */
final class Self implements AutoCloseable {

    private static final List<String> MEMORY =
            List.of("-Xms16m", "-Xmx96m", "-Xss512k", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

    private final Process process;

    private Self(Process process) {
        this.process = process;
    }

    static Self start(List<String> flags, String... arguments) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(MEMORY);
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.hindsight.benchmarks.Benchmarks"));
        command.addAll(List.of(arguments));
        try {
            return new Self(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reader reader() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    /** Waits for a line that the other process is to print. */
    static void await(BufferedReader lines, String expected) throws IOException {
        var line = lines.readLine();
        if (!expected.equals(line)) {
            throw new IllegalStateException(
                    "The second process said \"%s\" instead of \"%s\"".formatted(line, expected));
        }
    }

    /** A line for the standard input of the process. */
    void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Lets the process end in order. */
    void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
