package dev.hindsight.log.counter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One process of the counter service: can be told to append, and be frozen, thawed and killed. */
public final class Replica implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    private Replica(Process process) {
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a process that follows the log; returns when it does. */
    public static Replica start(String node, String url) throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Replica.class.getName(),
                        node,
                        url)
                .redirectError(Path.of("target", "replica-" + node + ".log").toFile())
                .start();
        var replica = new Replica(process);
        replica.answer(READY);
        return replica;
    }

    /**
     * Appends that many events to many counters; completes with the number of failed commands, or fails if killed.
     * Waits in a thread of its own: the answer of a frozen one would block the common pool of a small machine.
     */
    public CompletableFuture<Integer> burst(int events, int writers) {
        orders.println(events + " " + writers);
        return CompletableFuture.supplyAsync(() -> Integer.valueOf(answer("")), Replica::inOwnThread)
                .orTimeout(2, TimeUnit.MINUTES);
    }

    private static void inOwnThread(Runnable task) {
        Thread.ofPlatform().daemon().start(task);
    }

    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** As {@code kill -9} does: nothing is tidied up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    private String answer(String expected) {
        try {
            var line = answers.readLine();
            if (line == null || !line.startsWith(expected)) {
                throw new IllegalStateException("The replica ended; its log is in target");
            }
            return line;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The process itself: ends with its standard input. */
    public static void main(String[] arguments) throws Exception {
        var answers = System.out;
        System.setOut(System.err);
        try (var service = new CounterService(arguments[1], arguments[0]);
                var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            service.start();
            answers.println(READY);
            for (var order = input.readLine(); order != null; order = input.readLine()) {
                var numbers = List.of(order.split(" "));
                answers.println(append(service, Integer.parseInt(numbers.get(0)), Integer.parseInt(numbers.get(1))));
            }
        }
    }

    /** Each writer starts a counter and increases it 19 times, then the next. */
    private static int append(CounterService service, int events, int writers) {
        var left = new AtomicInteger(events);
        var failed = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (int i = 0; i < writers; i++) {
                var writer = UUID.randomUUID().toString();
                threads.execute(() -> {
                    var counter = UUID.randomUUID();
                    for (int step = 0; left.getAndDecrement() > 0; step++) {
                        try {
                            if (step % 20 == 0) {
                                counter = UUID.randomUUID();
                                service.send(new CounterCommand.StartCounter(counter));
                            } else {
                                service.send(new CounterCommand.IncreaseCounter(counter, writer, step, Instant.EPOCH));
                            }
                        } catch (RuntimeException e) {
                            failed.incrementAndGet();
                        }
                    }
                });
            }
        }
        return failed.get();
    }
}
