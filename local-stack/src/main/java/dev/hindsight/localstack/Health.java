package dev.hindsight.localstack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Waits until a part says by HTTP that it is ready. */
final class Health {

    private Health() {}

    static void await(String part, Process process, Path log, URI ready, Duration patience)
            throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!answers(ready)) {
            if (!process.isAlive()) {
                throw Disk.explain(
                        log,
                        "%s ended while starting (exit code %d); see %s.".formatted(part, process.exitValue(), log));
            }
            if (System.nanoTime() > deadline) {
                throw Disk.explain(
                        log, "%s was not ready after %d s; see %s.".formatted(part, patience.toSeconds(), log));
            }
            Thread.sleep(200);
        }
    }

    static boolean answers(URI ready) {
        try {
            var connection = (HttpURLConnection) ready.toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(2000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
