package dev.hindsight.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** All parts in their order: started from the first to the last, stopped from the last to the first. */
final class Stack {

    private static final String DEMO = """

            Hindsight is up after %.1f s:  %s
              sign in as responder, facilitator, executive, auditor, admin (team chain-core)
              or outsider (team payments-core); the password is the name
              Keycloak: %s   logs and data: %s
              Ctrl-C or ./hindsight down stops it.
            """;

    private final Settings settings;
    private final Progress progress = new Progress();
    private final List<Part> infrastructure;
    private final List<Part> services;
    private @org.jspecify.annotations.Nullable RunLock lock;
    private volatile boolean stopping;

    Stack(Settings settings) throws IOException {
        this.settings = settings;
        Files.createDirectories(settings.home());
        var secrets = new Secrets(settings.home(), settings.environment());
        var postgres = new Postgres(settings, secrets);
        infrastructure = List.of(postgres, new Keycloak(settings, secrets));
        services = List.of();
    }

    /** Starts everything and stays until it is told to stop, or until a part ends by itself. */
    void up() throws IOException, InterruptedException {
        var began = Instant.now();
        lock = RunLock.take(settings.home());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopInOrder, "stop"));
        if (lock.stale()) {
            progress.say("The last run did not stop in order; tidying up after it.");
        }
        stopParts();
        requireFreePorts();
        for (var part : infrastructure) {
            start(part);
        }
        startTogether(services);
        progress.say(DEMO.formatted(
                Duration.between(began, Instant.now()).toMillis() / 1000.0,
                settings.gatewayUrl(),
                settings.keycloakUrl(),
                settings.home()));
        var ended = firstToEnd();
        throw new StackFailure("%s ended by itself; see %s.".formatted(ended.name(), ended.log()));
    }

    boolean stopping() {
        return stopping;
    }

    void down() throws IOException, InterruptedException {
        var stack = RunLock.holder(settings.home());
        if (stack.isEmpty()) {
            var leftovers = stopParts();
            progress.say(leftovers ? "Stopped what an earlier run had left behind." : "Hindsight is not running.");
            return;
        }
        if (!stack.get().destroy()) {
            throw new StackFailure("Process %d runs the stack and belongs to another user."
                    .formatted(stack.get().pid()));
        }
        RunLock.awaitFree(settings.home());
        progress.say("Hindsight has stopped; its data stays in %s.".formatted(settings.home()));
    }

    /** Prints what runs; whether the stack as a whole does is the answer. */
    boolean status() throws IOException {
        var stack = RunLock.holder(settings.home());
        progress.say(stack.map(p -> "Hindsight is running (process %d).".formatted(p.pid()))
                .orElse("Hindsight is not running."));
        for (var part : parts()) {
            progress.say(part.name());
        }
        return stack.isPresent();
    }

    private List<Part> parts() {
        var all = new ArrayList<>(infrastructure);
        all.addAll(services);
        return all;
    }

    private void start(Part part) throws IOException, InterruptedException {
        if (stopping) {
            throw new InterruptedException();
        }
        var began = Instant.now();
        part.start(progress);
        progress.ready(
                part.name(),
                Duration.between(began, Instant.now()),
                "127.0.0.1:" + part.ports().getFirst().number());
    }

    private void startTogether(List<Part> parts) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = parts.stream()
                    .map(part -> threads.submit(() -> {
                        start(part);
                        return part;
                    }))
                    .toList();
            for (var start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private Part firstToEnd() throws IOException, InterruptedException {
        var ends = new ArrayList<CompletableFuture<Part>>();
        for (var part : parts()) {
            ends.add(part.running()
                    .map(process -> process.onExit().thenApply(_ -> part))
                    .orElse(CompletableFuture.completedFuture(part)));
        }
        return (Part)
                CompletableFuture.anyOf(ends.toArray(CompletableFuture[]::new)).join();
    }

    /** Runs when the program ends for whatever reason: Ctrl-C, SIGTERM, a failed start, a part that died. */
    private void stopInOrder() {
        stopping = true;
        try {
            while (stopParts()) {} // again, for a part that was just being started
            java.util.Objects.requireNonNull(lock).markStopped();
        } catch (IOException | InterruptedException e) {
            progress.say("Could not stop everything: " + e.getMessage());
        }
    }

    private boolean stopParts() throws IOException, InterruptedException {
        var any = false;
        for (var part : parts().reversed()) {
            if (part.running().isPresent()) {
                any = true;
                var began = Instant.now();
                part.stop();
                progress.stopped(part.name(), Duration.between(began, Instant.now()));
            } else {
                part.stop(); // forgets a stale pid file
            }
        }
        return any;
    }

    private void requireFreePorts() {
        for (var part : parts()) {
            for (var port : part.ports()) {
                try (var _ = new ServerSocket(port.number(), 1, InetAddress.getLoopbackAddress())) {
                    continue;
                } catch (IOException e) {
                    throw new StackFailure(
                            "Port %d, which %s needs, is taken; set %s to a free one or stop what uses it."
                                    .formatted(port.number(), port.owner(), port.variable()));
                }
            }
        }
    }
}
