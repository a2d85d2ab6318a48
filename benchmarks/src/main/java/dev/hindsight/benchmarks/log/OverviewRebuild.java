package dev.hindsight.benchmarks.log;

import dev.hindsight.incident.overview.IncidentOverviewProjection;
import dev.hindsight.log.ProcessorProgress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A second process in which the incident list of incident-service is built from the log's first entry to its last. */
@Command(name = "rebuild", hidden = true)
public final class OverviewRebuild implements Runnable {

    @Parameters
    private String url = "";

    OverviewRebuild() {}

    /** Prints the seconds from here until the last entry is handled: connecting, starting and a cold JVM included. */
    @Override
    public void run() {
        var answers = System.out;
        System.setOut(System.err);
        var began = System.nanoTime();
        try (var client = new LogClient(url, jdbi -> List.of(new IncidentOverviewProjection(jdbi)))) {
            while (client.progress().stream().mapToLong(ProcessorProgress::lag).sum() > 0) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            answers.println((System.nanoTime() - began) / 1e9);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
