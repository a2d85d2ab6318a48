package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the database to the version that the services need, by the migrator: a process of its own that ends. */
record Migration(Settings settings, Secrets secrets) {

    private static final String NAME = "migrator";

    void run(Progress progress) throws IOException, InterruptedException {
        var jar = settings.checkout().resolve("migrator/target/migrator.jar");
        if (!Files.exists(jar)) {
            throw new StackFailure("migrator is not built: %s is missing; run mvn package.".formatted(jar));
        }
        var child = new Child(NAME, settings.home());
        var command = List.of(
                KeycloakPrograms.java(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString());
        var process = child.start(command, environment());
        try {
            var exit = process.waitFor();
            var lines = Logs.tail(child.log())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            if (exit != 0) {
                throw new StackFailure(
                        lines.isEmpty()
                                ? "The migrator ended with code %d and said nothing.".formatted(exit)
                                : lines.getLast());
            }
            lines.forEach(line -> progress.step(NAME, line));
        } finally {
            child.stop(Duration.ofSeconds(10));
        }
    }

    private Map<String, String> environment() throws IOException {
        var environment = new HashMap<>(Map.of(
                "HINDSIGHT_DB_URL", settings.databaseUrl(),
                "HINDSIGHT_MIGRATOR_DB_USER", settings.migratorUser(),
                "HINDSIGHT_MIGRATOR_DB_PASSWORD", migratorPassword()));
        for (var service : LogService.values()) {
            environment.put(service.passwordVariable(), secrets.of(service.passwordVariable()));
        }
        return environment;
    }

    private String migratorPassword() throws IOException {
        var variable = "HINDSIGHT_MIGRATOR_DB_PASSWORD";
        if (settings.externalDatabase().isPresent() && !settings.environment().containsKey(variable)) {
            throw new StackFailure(
                    "HINDSIGHT_DB_URL names a database that is run elsewhere; set %s to the password of %s too."
                            .formatted(variable, settings.migratorUser()));
        }
        return secrets.of(variable);
    }
}
