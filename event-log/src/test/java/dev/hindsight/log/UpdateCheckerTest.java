package dev.hindsight.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.log.counter.CounterDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service on the log calls nobody: Axon's update checker is not merely switched off, it is not there. */
class UpdateCheckerTest {

    @TempDir
    Path folder;

    /** The control shows that the detector sees a call; it also tells how long one takes to come. */
    @Test
    void aServiceOnTheLogMakesNoCallWhereAxonAsItComesMakesOne() throws Exception {
        try (var database = new CounterDatabase();
                var service = new Observed(folder.resolve("service"), database.url());
                var control = new Observed(folder.resolve("control"))) {
            await().atMost(60, SECONDS).until(() -> service.hasStarted() && control.hasStarted());

            await().atMost(60, SECONDS).until(() -> !control.calls().isEmpty());
            assertThat(control.calls()).first().asString().startsWith("CONNECT get.axoniq.io:443");
            assertThat(control.output()).contains(UpdateCheckerChild.WITH_CHECKER);

            await().during(3, SECONDS)
                    .atMost(5, SECONDS)
                    .until(() -> service.calls().isEmpty());
            assertThat(service.isAlive()).isTrue();
            assertThat(service.output()).contains(UpdateCheckerChild.WITHOUT_CHECKER);
            assertThat(service.home().resolve(".axoniq")).doesNotExist();
        }
    }

    /**
     * A process that can reach nothing outside: it knows no host name, and its proxy is this test, which writes down
     * what it is asked and hangs up.
     */
    private static final class Observed implements AutoCloseable {

        private final Path home;
        private final ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final Queue<String> calls = new ConcurrentLinkedQueue<>();
        private final Process process;

        Observed(Path home, String... arguments) throws IOException {
            this.home = Files.createDirectories(home);
            var nobody = Files.createFile(home.resolve("hosts"));
            Thread.ofVirtual().start(this::listen);
            var command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-Djdk.net.hosts.file=" + nobody,
                    "-Duser.home=" + home,
                    "-Xmx256m"));
            for (var protocol : List.of("http", "https")) {
                command.add("-D%s.proxyHost=127.0.0.1".formatted(protocol));
                command.add("-D%s.proxyPort=%d".formatted(protocol, proxy.getLocalPort()));
            }
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), UpdateCheckerChild.class.getName()));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("output").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("AXONIQ"));
            process = builder.start();
        }

        private void listen() {
            while (!proxy.isClosed()) {
                try (var caller = proxy.accept();
                        var request = new BufferedReader(new InputStreamReader(caller.getInputStream(), US_ASCII))) {
                    calls.add(String.valueOf(request.readLine()));
                } catch (IOException e) {
                    calls.add(e.toString());
                }
            }
        }

        Queue<String> calls() {
            return calls;
        }

        Path home() {
            return home;
        }

        boolean isAlive() {
            return process.isAlive();
        }

        boolean hasStarted() throws IOException {
            assertThat(process.isAlive()).as(output()).isTrue();
            return output().contains("started with");
        }

        String output() throws IOException {
            return Files.readString(home.resolve("output"));
        }

        @Override
        public void close() throws IOException, InterruptedException {
            process.destroyForcibly().waitFor();
            proxy.close();
        }
    }
}
