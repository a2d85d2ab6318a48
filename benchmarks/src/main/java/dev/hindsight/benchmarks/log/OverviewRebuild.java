package dev.hindsight.benchmarks.log;

import dev.hindsight.incident.overview.IncidentOverviewProjection;
import dev.hindsight.log.ProcessorProgress;
import dev.hindsight.log.TableSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * A second process in which the incident list of incident-service is built from the log's first entry to its last: once
 * as a service does that has just started, and once more as one does that has run for a while.
 */
@Command(name = "rebuild", hidden = true)
public final class OverviewRebuild implements Runnable {

    static final int BUILDS = 2;

    @Parameters
    private String url = "";

    OverviewRebuild() {}

    /** Prints for each build the seconds until the last entry was handled, connecting and starting included. */
    @Override
    public void run() {
        var answers = System.out;
        System.setOut(System.err);
        for (int build = 1; build <= BUILDS; build++) {
            var began = System.nanoTime();
            try (var client =
                    new LogClient(url, jdbi -> List.of(new IncidentOverviewProjection(jdbi, TableSet.LIVE)))) {
                while (client.progress().stream()
                                .mapToLong(ProcessorProgress::lag)
                                .sum()
                        > 0) {
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                }
                answers.println((System.nanoTime() - began) / 1e9);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            awaitLine();
        }
    }

    /** Between two builds the other process empties the list. */
    private static void awaitLine() {
        try {
            for (int read = System.in.read(); read >= 0 && read != '\n'; read = System.in.read()) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
