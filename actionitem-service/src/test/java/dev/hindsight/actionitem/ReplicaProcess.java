package dev.hindsight.actionitem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A replica of a part of the service, in a process of its own that can be killed. Its log is in target. */
public final class ReplicaProcess implements AutoCloseable {

    /** What the process says when it follows the log. */
    public static final String READY = "ready";

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;

    private ReplicaProcess(Process process) {
        this.process = process;
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /**
     * Starts a process; returns when it follows the log.
     *
     * @param main is given the node, and then the arguments
     */
    public static ReplicaProcess start(Class<?> main, String node, String... arguments) throws IOException {
        var command = Stream.concat(
                        Stream.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName(),
                                node),
                        Stream.of(arguments))
                .toList();
        var replica = new ReplicaProcess(started(command, "%s-%s.log".formatted(main.getSimpleName(), node)));
        replica.await(READY);
        return replica;
    }

    /** What the process itself does once it follows the log: some work again and again, until its standard input ends. */
    public static void repeat(Runnable work) throws IOException {
        System.out.println(READY);
        Thread.ofPlatform().daemon().name("ticker").start(() -> {
            while (true) {
                work.run();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
        while (System.in.read() != -1) {
            // it is told nothing
        }
    }

    private static Process started(List<String> command, String log) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(Path.of("target", log).toFile())
                .start();
    }

    /** Tells it a line; returns when it says the same. */
    public void tell(String line) throws IOException {
        orders.println(line);
        await(line);
    }

    private void await(String expected) throws IOException {
        for (var line = answers.readLine(); !expected.equals(line); line = answers.readLine()) {
            if (line == null) {
                throw new IllegalStateException("The replica ended; its log is in target");
            }
        }
    }

    /** As {@code kill -9} does: nothing is tidied up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
