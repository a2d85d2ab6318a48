package dev.hindsight.benchmarks.log;

import dev.hindsight.benchmarks.Figures;
import dev.hindsight.testkit.WholeStack;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./hindsight bench log}: all figures of the log, on a PostgreSQL and a stack of their own. */
@Command(
        name = "log",
        description = "The log: appends, visibility, rebuild, commands, start. On a quiet machine: 15 minutes.",
        mixinStandardHelpOptions = true)
public final class LogBenchmark implements Callable<Integer> {

    enum Part {
        APPENDS,
        DECISIONS,
        VISIBLE,
        REBUILD,
        COMMANDS,
        START
    }

    @Option(names = "--only", split = ",", description = "Some of: ${COMPLETION-CANDIDATES}.")
    private Set<Part> only = EnumSet.allOf(Part.class);

    @Option(names = "--seconds", description = "How long each rate is measured (${DEFAULT-VALUE}).")
    private int seconds = 8;

    @Option(names = "--rounds", description = "How often; the median counts (${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--json", description = "Prints the figures for a script.")
    private boolean json;

    LogBenchmark() {}

    @Override
    public Integer call() throws SQLException, IOException {
        var figures = new Figures(System.err);
        var time = Duration.ofSeconds(seconds);
        if (only.contains(Part.APPENDS) || only.contains(Part.DECISIONS)) {
            try (var database = new LogDatabase()) {
                var rates = new AppendRates(database, figures, time, rounds);
                if (only.contains(Part.APPENDS)) {
                    rates.measure();
                }
                if (only.contains(Part.DECISIONS)) {
                    new Alternatives(database, figures, time).measure();
                }
            }
        }
        if (only.contains(Part.VISIBLE)) {
            try (var database = new LogDatabase()) {
                new Visibility(database, figures, 200).measure();
            }
        }
        if (only.contains(Part.REBUILD)) {
            try (var database = new LogDatabase()) {
                new RebuildRate(database, figures).measure();
            }
        }
        if (only.contains(Part.COMMANDS) || only.contains(Part.START)) {
            wholeStack(figures, time);
        }
        System.out.print(json ? figures.json() + "\n" : figures.table());
        return 0;
    }

    private void wholeStack(Figures figures, Duration time) {
        figures.say("starting everything in a fresh home");
        try (var stack = WholeStack.start(Map.of("HINDSIGHT_INCIDENT_SERVICE_DB_PASSWORD", CommandRates.PASSWORD))) {
            if (only.contains(Part.START)) {
                StartBenchmark.measure(stack, figures);
            }
            if (only.contains(Part.COMMANDS)) {
                new CommandRates(stack, figures, time).measure();
                if (only.contains(Part.START)) {
                    new StartFigures(stack, figures).memory("Resident memory, after the commands");
                }
            }
        }
    }
}
