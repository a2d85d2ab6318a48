package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of our own Quarkus services, run from its runner jar; the last of its ports is for its operator. */
final class Service implements RestartedPart {

    private static final List<String> MEMORY = List.of(
            "-Xms16m",
            "-Xmx96m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Ddisable-axoniq-console-message=true",
            "-XX:TrimNativeHeapInterval=5000"); // gives back what the compiler used while the service started

    private final String module;
    private final List<Settings.Port> ports;
    private final Path jar;
    private final Path home;
    private final Map<String, String> environment;
    private final boolean records;
    private final Child child;
    private final Child assembler;

    Service(String module, List<Settings.Port> ports, Settings settings, Map<String, String> environment) {
        this.module = module;
        this.ports = ports;
        this.environment = environment;
        records = settings.recordsStarts();
        jar = settings.checkout().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        home = settings.home();
        child = new Child(module, home);
        assembler = new Child(module + "-start-cache", home);
    }

    @Override
    public String name() {
        return module;
    }

    @Override
    public List<Settings.Port> ports() {
        return ports;
    }

    @Override
    public Path log() {
        return child.log();
    }

    @Override
    public Optional<ProcessHandle> running() throws IOException {
        return child.running();
    }

    @Override
    public void start(Progress progress) throws IOException, InterruptedException {
        if (!Files.exists(jar)) {
            throw new StackFailure("%s is not built: %s is missing; run mvn package.".formatted(module, jar));
        }
        var cache = startCache();
        var recorded = records && !cache.isMade();
        var process = child.start(records ? cache.command() : cache.commandWithoutRecording(), environment);
        awaitReady(process);
        if (recorded) {
            cache.endRecording(process.toHandle());
        }
    }

    @Override
    public void startAgain() throws IOException, InterruptedException {
        awaitReady(child.start(startCache().commandWithoutRecording(), environment));
    }

    private void awaitReady(Process process) throws InterruptedException {
        Health.await(module, process, log(), pages().ready(), Duration.ofSeconds(240));
    }

    /** Work that can wait until everything is up. */
    void prepareNextStart() throws IOException, InterruptedException {
        startCache().assemble();
    }

    private StartCache startCache() throws IOException {
        return new StartCache(module, jar, MEMORY, home.resolve("start-cache"), assembler);
    }

    ServicePages pages() {
        return new ServicePages(module, ports.getLast().number());
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        assembler.stop(Duration.ofSeconds(2));
        child.stop(Duration.ofSeconds(25)); // the services give requests in flight 20 s
    }
}
