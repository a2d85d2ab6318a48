package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One PostgreSQL server with one data folder, started so that what it has acknowledged survives any crash. */
final class Postgres implements Part {

    static final String SUPERUSER = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(60); // recovery after a crash takes its time

    private final Settings settings;
    private final Secrets secrets;
    private final Child child;
    private final Path data;

    Postgres(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
        child = new Child("postgres", settings.home());
        data = settings.home().resolve("postgres");
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public List<Settings.Port> ports() {
        return List.of(settings.postgres());
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
        var programs = PostgresPrograms.unpacked(settings.cache(), progress);
        if (!Files.exists(data)) {
            progress.step(name(), "creating the database cluster");
            programs.createCluster(data, SUPERUSER, superuserPassword());
        }
        awaitEndOfKilledServer();
        var process = child.start(programs.asOrdinaryUser(serverCommand(programs)), Map.of());
        try (var connection = connect(process)) {
            new Databases(connection, secrets).create(settings);
        } catch (SQLException e) {
            throw new StackFailure("PostgreSQL could not be set up: %s.".formatted(e.getMessage()), e);
        }
    }

    /** Ends open connections too: a plain SIGTERM would wait for every client to leave. */
    @Override
    public void stop() throws IOException, InterruptedException {
        if (running().isPresent()) {
            PostgresPrograms.unpacked(settings.cache(), new Progress()).stopServer(data);
        }
        child.stop(Duration.ofSeconds(5));
    }

    /** As the machine losing power would, but for what the operating system still holds: no process gets to say goodbye. */
    void kill() throws IOException, InterruptedException {
        var server = running();
        if (server.isPresent()) {
            var all = new ArrayList<>(server.get().descendants().toList());
            all.addFirst(server.get());
            all.forEach(ProcessHandle::destroyForcibly);
        }
        child.stop(Duration.ofSeconds(5));
    }

    String superuserPassword() throws IOException {
        return secrets.of("HINDSIGHT_POSTGRES_PASSWORD");
    }

    private List<String> serverCommand(PostgresPrograms programs) {
        var command = new ArrayList<>(List.of(programs.path("postgres"), "-D", data.toString()));
        Map.of(
                        "listen_addresses", "127.0.0.1",
                        "port", Integer.toString(settings.postgres().number()),
                        "unix_socket_directories", "", // none: its path has a length limit, and /tmp is shared
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "full_page_writes", "on",
                        "shared_buffers", "64MB",
                        "max_connections", "100")
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /** A killed process counts as alive until its parent has noticed; PostgreSQL refuses to start beside it. */
    private void awaitEndOfKilledServer() throws IOException, InterruptedException {
        var file = data.resolve("postmaster.pid");
        if (Files.exists(file)) {
            var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            for (var i = 0;
                    i < 100 && ProcessHandle.of(pid).filter(Child::isZombie).isPresent();
                    i++) {
                Thread.sleep(100);
            }
        }
    }

    private Connection connect(Process process) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(settings.postgresUrl("postgres"), SUPERUSER, superuserPassword());
            } catch (SQLException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw Disk.explain(
                            log(), "PostgreSQL did not start (%s); see %s.".formatted(notYet.getMessage(), log()));
                }
                Thread.sleep(50);
            }
        }
    }
}
