package dev.hindsight.testkit;

import dev.hindsight.localstack.DirectGrant;
import dev.hindsight.localstack.FreePorts;
import dev.hindsight.localstack.Infrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged system as {@code ./hindsight up} starts it, in a process, with a home and on ports of its own: for tests
 * from outside and for benchmarks.
 */
public final class WholeStack implements AutoCloseable {

    private static final List<String> PORTS = List.of(
            "HINDSIGHT_GATEWAY_PORT",
            "HINDSIGHT_GATEWAY_MANAGEMENT_PORT",
            "HINDSIGHT_INCIDENT_SERVICE_PORT",
            "HINDSIGHT_ACTIONITEM_SERVICE_PORT",
            "HINDSIGHT_REPORTING_SERVICE_PORT",
            "HINDSIGHT_AUDIT_SERVICE_PORT",
            "HINDSIGHT_KEYCLOAK_PORT",
            "HINDSIGHT_KEYCLOAK_MANAGEMENT_PORT",
            "HINDSIGHT_POSTGRES_PORT",
            "HINDSIGHT_SMTP_PORT",
            "HINDSIGHT_MAIL_PORT");
    private static final long START_SECONDS = 300;
    private static final long STOP_SECONDS = 90;

    private final Path checkout = TestHomes.checkout();
    private final Path home;
    private final Path log;
    private final Map<String, String> environment = new HashMap<>();
    private final Thread atExit = new Thread(this::stop, "stop the whole stack");
    private volatile Process stack;

    /** @param given variables that are to differ from those of an ordinary start */
    private WholeStack(Path home, Map<String, String> given) {
        this.home = home;
        log = TestHomes.outputs().resolve(home.getFileName() + ".log");
        environment.put("HINDSIGHT_CHECKOUT", checkout.toString());
        environment.put("HINDSIGHT_HOME", home.toString());
        Unchecked.run(() -> {
            Files.createDirectories(log.getParent());
            takePorts();
        });
        environment.putAll(given);
        stack = start("up", log);
        Runtime.getRuntime().addShutdownHook(atExit);
        awaitUp();
    }

    /** Starts everything in a fresh home; returns when it is up. */
    public static WholeStack start(Map<String, String> given) {
        return new WholeStack(Unchecked.get(() -> TestHomes.fresh("whole-stack")), given);
    }

    /** Starts everything again on the same data and ports, whichever way it ended. */
    public void startAgain() {
        stack = start("up", log);
        awaitUp();
    }

    /** Waits until what makes the next start faster is made, which goes on behind the first one. */
    public void awaitStartCaches() {
        Unchecked.run(() -> {
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
            while (!areMade(home.resolve("start-cache"))) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("The start caches in %s are not made".formatted(home));
                }
                Thread.sleep(200);
            }
        });
    }

    /** {@code kill -9} of every process, the supervisor first, so that it can tidy nothing up. */
    public void killEverything() {
        var parts = stack.descendants().toList();
        stack.destroyForcibly();
        parts.forEach(ProcessHandle::destroyForcibly);
        Unchecked.run(() -> {
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (parts.stream().anyMatch(WholeStack::isRunning)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("These processes cannot be killed: " + parts);
                }
                Thread.sleep(20);
            }
        });
    }

    /** Stops everything in order. */
    public void stop() {
        if (stack.isAlive()) {
            stack.destroy();
            Unchecked.run(() -> {
                if (!stack.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("The stack does not stop; see " + log);
                }
            });
        }
    }

    /** What a verb of {@code ./hindsight} prints, run to its end. */
    public String run(String verb, String... options) {
        return Unchecked.get(() -> {
            var output = Files.createTempFile(log.getParent(), verb, ".out");
            var process = start(verb, output, options);
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("%s failed:%n%s".formatted(verb, Files.readString(output)));
            }
            return Files.readString(output);
        });
    }

    /** What the last start printed. */
    public String output() {
        return Unchecked.get(() -> Files.readString(log));
    }

    public String gatewayUrl() {
        return "http://localhost:" + environment.get("HINDSIGHT_GATEWAY_PORT");
    }

    public String incidentServiceUrl() {
        return serviceUrl("incident-service");
    }

    /** Not for users: whoever speaks to it directly has passed no gateway. */
    public String serviceUrl(String service) {
        var variable =
                "HINDSIGHT_%s_PORT".formatted(service.toUpperCase(Locale.ROOT).replace('-', '_'));
        return "http://127.0.0.1:" + environment.get(variable);
    }

    public String realmUrl() {
        return "http://localhost:%s/realms/hindsight".formatted(environment.get("HINDSIGHT_KEYCLOAK_PORT"));
    }

    public int databasePort() {
        return Integer.parseInt(environment.get("HINDSIGHT_POSTGRES_PORT"));
    }

    /** An access token of a demo user, whose password is the name. */
    public String tokenOf(String user) {
        return Unchecked.get(() -> new DirectGrant(realmUrl()).accessToken(user, user));
    }

    /** Stops everything and deletes the data with the logs. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
        Unchecked.run(() -> Infrastructure.discard(checkout, home));
    }

    private Process start(String verb, Path output, String... options) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = checkout.resolve("local-stack/target/local-stack.jar").toString();
        var command = new ArrayList<>(List.of(java, "-Xmx32m", "-XX:+UseSerialGC", "-jar", program, verb));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return Unchecked.get(builder::start);
    }

    private static boolean areMade(Path caches) throws IOException {
        try (var files = Files.list(caches)) {
            return files.allMatch(file -> file.getFileName().toString().endsWith(".aot"));
        }
    }

    private void awaitUp() {
        Unchecked.run(() -> {
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
            while (!output().contains("Hindsight is up after")) {
                if (!stack.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("The stack did not start:\n" + output());
                }
                Thread.sleep(50);
            }
        });
    }

    private void takePorts() throws IOException {
        var ports = FreePorts.find(PORTS.size());
        for (int i = 0; i < PORTS.size(); i++) {
            environment.put(PORTS.get(i), Integer.toString(ports.get(i)));
        }
    }

    /** A killed process whose parent has not noticed yet has no command any more. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
