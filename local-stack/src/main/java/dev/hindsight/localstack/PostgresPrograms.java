package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's own programs from zonky's binaries, run directly: zonky's starter turns fsync off, unpacks into a shared
 * temporary folder and deletes the data at its end.
 */
record PostgresPrograms(Path folder) {

    static final String VERSION = "18.6";

    static PostgresPrograms unpacked(Cache cache, Progress progress) throws IOException, InterruptedException {
        return new PostgresPrograms(cache.folder("postgres-" + VERSION, folder -> {
            progress.step("PostgreSQL", "unpacking " + VERSION);
            unpack(folder);
        }));
    }

    String path(String program) {
        return folder.resolve("bin").resolve(program).toString();
    }

    void createCluster(Path data, String superuser, String password) throws IOException, InterruptedException {
        var fresh = data.resolveSibling(data.getFileName() + ".new");
        Archives.delete(fresh);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var passwordFile = Files.createTempFile(data.getParent(), "postgres", ".password", ownerOnly);
        try {
            Files.writeString(passwordFile, password);
            run(List.of(
                    path("initdb"),
                    "-D",
                    fresh.toString(),
                    "--username=" + superuser,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    void stopServer(Path data) throws IOException, InterruptedException {
        run(List.of(path("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "30"));
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own, root is seen as nobody, while its files stay
     * root's: nothing to hand over, no folder to open for others.
     */
    List<String> asOrdinaryUser(List<String> command) {
        var root = "root".equals(System.getProperty("user.name"))
                && System.getProperty("os.name").startsWith("Linux");
        if (!root) {
            return command;
        }
        var inNamespace = new ArrayList<>(List.of("unshare", "--user"));
        inNamespace.addAll(command);
        return inNamespace;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(asOrdinaryUser(command))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw refused(command, output);
        }
    }

    private static StackFailure refused(List<String> command, String output) {
        if (output.contains(Disk.FULL)) {
            return Disk.full(Path.of(command.getFirst()));
        }
        if (output.contains("unshare failed")) {
            return new StackFailure(
                    "PostgreSQL does not run as root, and this machine forbids user namespaces; start Hindsight as an ordinary user.");
        }
        var lines = output.strip().lines().toList();
        return new StackFailure("%s failed: %s."
                .formatted(Path.of(command.getFirst()).getFileName(), lines.isEmpty() ? "" : lines.getLast()));
    }

    private static void unpack(Path folder) throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        try (var in = PostgresPrograms.class.getResourceAsStream("/postgres-%s-%s.txz".formatted(system, processor))) {
            if (in == null) {
                throw new StackFailure("There is no PostgreSQL for %s on %s among the dependencies of local-stack."
                        .formatted(processor, system));
            }
            Archives.unpackTarXz(in, folder);
        }
    }
}
