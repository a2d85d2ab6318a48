package dev.hindsight.audit.sealing;

import java.io.IOException;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/** A process that does nothing but seal, to be frozen and thawed. */
final class SealingReplica implements AutoCloseable {

    private final Process process;

    private SealingReplica(Process process) {
        this.process = process;
    }

    static SealingReplica start(SealDatabase database, String name) throws IOException {
        return new SealingReplica(new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SealingReplica.class.getName(),
                        database.url(),
                        database.password(),
                        database.keyFile().toString(),
                        database.folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        Path.of("target", "sealing-%s.log".formatted(name)).toFile())
                .start());
    }

    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The process itself: seals until its standard input ends. */
    public static void main(String[] arguments) throws Exception {
        var signer = SigningKey.read(SealDatabase.ORIGIN, arguments[2]);
        var sealer = new Sealer(
                Jdbi.create(arguments[0], "audit_service", arguments[1]),
                signer,
                new CheckpointMemory(Path.of(arguments[3]), signer.verifier()));
        try (var sealing = new Sealing(sealer)) {
            sealing.start();
            System.in.readAllBytes();
        }
    }
}
