package dev.hindsight.localstack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** All parts in their order: started from the first to the last, stopped from the last to the first. */
final class Stack {

    private static final String UP = """

            Hindsight is up after %.1f s:  %s
              sign in as responder, facilitator, executive, auditor, admin (team chain-core)
              or outsider (team payments-core); the password is the name
              ./hindsight demo loads 18 incidents; data and logs are in %s
              mail goes to %s
              Ctrl-C or ./hindsight down stops it.
            """;

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private final Settings settings;
    private final Progress progress;
    private final Parts parts;
    private final Migration migration;
    private final Restarts restarts = new Restarts();
    private volatile @Nullable RunLock lock;
    private volatile boolean stopping;

    Stack(Settings settings, Progress progress) throws IOException {
        this.settings = settings;
        this.progress = progress;
        var secrets = new Secrets(settings.home(), settings.environment());
        parts = Parts.of(settings, secrets);
        migration = new Migration(settings, secrets);
    }

    /** Starts everything and stays until it is told to stop, or until a part ends by itself and cannot be helped. */
    void up() throws IOException, InterruptedException {
        var began = Instant.now();
        var running = RunLock.holder(settings.home());
        if (running.isPresent()) {
            progress.say("Hindsight is already running at %s (process %d); ./hindsight status tells more."
                    .formatted(settings.gatewayUrl(), running.get().pid()));
            return;
        }
        takeOver();
        Ports.requireFree(parts.all());
        startInfrastructure();
        together(parts.services().stream().<Step>map(part -> () -> start(part)).toList());
        progress.say(UP.formatted(
                Duration.between(began, Instant.now()).toMillis() / 1000.0,
                settings.gatewayUrl(),
                settings.home(),
                settings.externalMail().orElseGet(() -> settings.mailPagesUrl() + " instead of to people")));
        Thread.ofVirtual().start(this::prepareNextStart);
        var ended = firstToEnd();
        while (ended instanceof RestartedPart service && restarts.mayRestart(service.name(), Instant.now())) {
            startAgain(service);
            ended = firstToEnd();
        }
        throw Disk.explain(ended.log(), "%s ended by itself; see %s.".formatted(ended.name(), ended.log()));
    }

    /** The migrations alone: on the running stack's database, or on one that is started for it. */
    void migrate() throws IOException, InterruptedException {
        if (settings.externalDatabase().isEmpty()
                && RunLock.holder(settings.home()).isEmpty()) {
            takeOver();
            start(parts.postgres().orElseThrow());
        }
        migration.run(progress);
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

    Status status() throws IOException {
        return new Status(settings, parts, RunLock.holder(settings.home()));
    }

    private void takeOver() throws IOException, InterruptedException {
        var taken = RunLock.take(settings.home());
        lock = taken;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopInOrder, "stop"));
        if (taken.stale()) {
            progress.say("The last run did not stop in order; tidying up after it.");
        }
        stopParts();
    }

    private void startInfrastructure() throws IOException, InterruptedException {
        settings.externalDatabase().ifPresent(url -> progress.state("PostgreSQL", "external", url));
        settings.externalRealm().ifPresent(url -> progress.state("Keycloak", "external", url));
        settings.externalMail().ifPresent(host -> progress.state("mail", "external", host));
        if (parts.postgres().isPresent()) {
            start(parts.postgres().get());
        }
        var steps = new ArrayList<Step>();
        steps.add(() -> {
            var began = Instant.now();
            migration.run(progress);
            progress.ready("migrator", Duration.between(began, Instant.now()), "all schemas are up to date");
        });
        parts.keycloak().ifPresent(keycloak -> steps.add(() -> start(keycloak)));
        parts.mail().ifPresent(mail -> steps.add(() -> start(mail)));
        together(steps);
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

    /** One service that dies takes nothing with it: what depends on it waits until it is back. */
    private void startAgain(RestartedPart service) throws IOException, InterruptedException {
        if (stopping) {
            throw new InterruptedException();
        }
        progress.say("%s ended by itself; starting it again. What it said is in %s."
                .formatted(service.name(), Logs.previous(service.log())));
        var began = Instant.now();
        try {
            service.startAgain();
        } catch (StackFailure failure) {
            progress.say("%s".formatted(failure.getMessage()));
            service.stop(); // it counts as one that has ended by itself once more
            return;
        }
        progress.ready(
                service.name(),
                Duration.between(began, Instant.now()),
                "127.0.0.1:" + service.ports().getFirst().number());
    }

    /** The first failure ends the waiting for the others. */
    private static void together(List<Step> steps) throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ends = new ExecutorCompletionService<Boolean>(threads);
            for (var step : steps) {
                ends.submit(() -> {
                    step.run();
                    return true;
                });
            }
            try {
                for (var _ : steps) {
                    ends.take().get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                switch (e.getCause()) {
                    case StackFailure failure -> throw failure;
                    case IOException failure -> throw failure;
                    case InterruptedException interruption -> throw interruption;
                    case null, default -> throw new IllegalStateException(e.getCause());
                }
            }
        }
    }

    private void prepareNextStart() {
        try {
            for (var service : parts.services()) {
                if (!stopping) {
                    service.prepareNextStart();
                }
            }
        } catch (IOException | InterruptedException e) {
            progress.say("The next start will not be faster than this one: %s.".formatted(e.getMessage()));
        }
    }

    /** Meanwhile it keeps the logs short. */
    private Part firstToEnd() throws IOException, InterruptedException {
        var all = parts.all();
        var ends = new ArrayList<CompletableFuture<Part>>();
        for (var part : all) {
            ends.add(part.running()
                    .map(process -> process.onExit().thenApply(_ -> part))
                    .orElse(CompletableFuture.completedFuture(part)));
        }
        var first = CompletableFuture.anyOf(ends.toArray(CompletableFuture[]::new));
        while (true) {
            try {
                return (Part) first.get(20, TimeUnit.SECONDS);
            } catch (TimeoutException allRun) {
                for (var part : all) {
                    Logs.bound(part.log());
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Runs when the program ends for whatever reason: Ctrl-C, SIGTERM, a failed start, a part that died. */
    private void stopInOrder() {
        stopping = true;
        try {
            while (stopParts()) {} // again, for a part that was just being started
            var held = Optional.ofNullable(lock);
            if (held.isPresent()) {
                held.get().markStopped();
            }
        } catch (IOException | InterruptedException e) {
            progress.say("Could not stop everything: " + e.getMessage());
        }
    }

    private boolean stopParts() throws IOException, InterruptedException {
        var any = false;
        for (var part : parts.all().reversed()) {
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
}
