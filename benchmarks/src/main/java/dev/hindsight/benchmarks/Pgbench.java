package dev.hindsight.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator, as the yardstick: the same statements without a JVM. */
public final class Pgbench {

    private static final Pattern RATE = Pattern.compile("^tps = ([0-9.]+) ", Pattern.MULTILINE);
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path program;
    private final int port;
    private final String user;
    private final String password;
    private final Map<String, String> variables;

    /** @param variables what the scripts name as {@code :name}, sent as parameters */
    public Pgbench(int port, String user, String password, Map<String, String> variables) {
        this.program = find();
        this.port = port;
        this.user = user;
        this.password = password;
        this.variables = Map.copyOf(variables);
    }

    /** Transactions per second of a script, each client with one prepared connection. */
    public double perSecond(int clients, Duration time, String script) {
        return run(clients, script, "-T", Long.toString(time.toSeconds()));
    }

    /** A fixed number of transactions of one client. */
    public void times(int transactions, String script) {
        run(1, script, "-t", Integer.toString(transactions));
    }

    private double run(int clients, String script, String... limit) {
        try {
            var file = Files.createTempFile("hindsight", ".pgbench");
            try {
                Files.writeString(file, script);
                return rate(run(command(clients, file, limit)));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(int clients, Path script, String... limit) {
        var command = new ArrayList<>(List.of(program.toString(), "-n", "-M", "prepared"));
        command.addAll(List.of("-c", Integer.toString(clients), "-j", Integer.toString(Math.min(clients, 2))));
        command.addAll(List.of(limit));
        command.addAll(List.of("-f", script.toString()));
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", user, "hindsight"));
        return command;
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new BenchmarkFailure("pgbench failed: " + output);
        }
        return output;
    }

    private static double rate(String output) {
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new BenchmarkFailure("pgbench told no rate: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    /** On the path, else the newest of those that Debian keeps off it. */
    private static Path find() {
        var onPath = Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "pgbench"));
        return Stream.concat(onPath, debian())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new BenchmarkFailure(
                                "The benchmarks need pgbench and found none: install it (on Debian: apt-get install postgresql)."));
    }

    private static Stream<Path> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.empty();
        }
        try (var versions = Files.list(DEBIAN)) {
            return versions
                    .sorted(Comparator.comparing(
                                    (Path path) -> path.getFileName().toString().length())
                            .thenComparing(Comparator.naturalOrder())
                            .reversed())
                    .map(version -> version.resolve("bin/pgbench"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
