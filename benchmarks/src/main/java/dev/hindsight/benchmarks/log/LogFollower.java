package dev.hindsight.benchmarks.log;

import dev.hindsight.contracts.incident.IncidentEvent;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A second process that projects both logs, and tells when each event's row was committed. Ends with its input. */
@Command(name = "follow", hidden = true)
public final class LogFollower implements Runnable {

    static final String READY = "ready";
    static final String OURS = "ours";
    static final String STOCK = "stock";
    static final String TABLES = """
            CREATE TABLE benchmark.seen (log text, incident_id uuid, PRIMARY KEY (log, incident_id));
            GRANT SELECT, INSERT ON benchmark.seen TO incident_service;
            """;

    @Parameters
    private String url = "";

    private final PrintStream answers = System.out;

    LogFollower() {}

    @Override
    public void run() {
        System.setOut(System.err);
        try (var ours = new LogClient(url, jdbi -> List.of(new Ours(jdbi, answers)));
                var stock = new StockLog(url, jdbi -> List.of(new Stock(jdbi, answers)))) {
            answers.println(READY);
            while (System.in.read() >= 0) {}
        } catch (java.io.IOException | java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A time of the system's clock in microseconds, which two processes of one machine share. */
    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private static void project(Jdbi jdbi, PrintStream answers, String log, IncidentEvent event) {
        jdbi.useHandle(db -> db.execute("INSERT INTO benchmark.seen VALUES (?, ?)", log, event.incidentId()));
        CurrentUnitOfWork.get()
                .root()
                .afterCommit(_ -> answers.println(log + " " + event.incidentId() + " " + micros()));
    }

    @ProcessingGroup("benchmark-ours")
    private record Ours(Jdbi jdbi, PrintStream answers) {
        @EventHandler
        void on(IncidentEvent event) {
            project(jdbi, answers, OURS, event);
        }
    }

    @ProcessingGroup("benchmark-stock")
    private record Stock(Jdbi jdbi, PrintStream answers) {
        @EventHandler
        void on(IncidentEvent event) {
            project(jdbi, answers, STOCK, event);
        }
    }
}
