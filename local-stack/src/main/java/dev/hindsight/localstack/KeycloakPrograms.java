package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keycloak's own programs from its Maven zip, built once for PostgreSQL. */
record KeycloakPrograms(Path folder) {

    private static final String VERSION = "26.7.3";
    private static final List<String> BUILD_OPTIONS = List.of(
            "--db=postgres",
            "--health-enabled=true",
            "--metrics-enabled=false",
            "--features-disabled=twitter-broker,identity-brokering-api");

    /** One for each version and way of building it. */
    static final String NAME = "keycloak-%s-%08x".formatted(VERSION, BUILD_OPTIONS.hashCode());

    static KeycloakPrograms built(Settings settings, Progress progress) throws IOException, InterruptedException {
        return new KeycloakPrograms(settings.cache().folder(NAME, folder -> {
            progress.step("Keycloak", "unpacking " + VERSION);
            Archives.unpackZip(archive(settings.checkout()), folder);
            progress.step("Keycloak", "building it for PostgreSQL, once");
            build(folder, new Child("keycloak", settings.home()));
        }));
    }

    /** A home that Keycloak may write to, with the built programs linked into it. */
    void prepare(Path home) throws IOException {
        for (var own : List.of("conf", "data/import", "providers", "themes")) {
            Files.createDirectories(home.resolve(own));
        }
        var programs = home.resolve("lib");
        Files.deleteIfExists(programs);
        Files.createSymbolicLink(programs, folder.resolve("lib"));
    }

    /**
     * What {@code kc.sh start --optimized} runs, without the shell around it: kc.sh stays between us and the server, and
     * a kill of the shell would leave the server behind, on its port.
     */
    List<String> serverCommand(Path home, List<String> options) {
        var command = new ArrayList<>(List.of(
                java(),
                "-Xms64m",
                "-Xmx320m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                folder.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(options);
        return command;
    }

    static String java() {
        return java("java");
    }

    /** A program of the JDK that this program itself runs on. */
    static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static void build(Path folder, Child child) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(folder.resolve("bin/kc.sh").toString(), "build"));
        command.addAll(BUILD_OPTIONS);
        var process = child.start(command, java.util.Map.of("JAVA_HOME", System.getProperty("java.home")));
        if (process.waitFor() != 0) {
            throw Disk.explain(child.log(), "Keycloak could not be built; see %s.".formatted(child.log()));
        }
    }

    private static Path archive(Path checkout) {
        var archive = checkout.resolve("local-stack/target/keycloak-quarkus-dist-%s.zip".formatted(VERSION));
        if (!Files.exists(archive)) {
            throw new StackFailure("%s is missing; the build of local-stack puts it there (./hindsight up builds)."
                    .formatted(archive));
        }
        return archive;
    }
}
