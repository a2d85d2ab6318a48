package dev.hindsight.benchmarks;

import dev.hindsight.benchmarks.actionitem.ActionItemBenchmark;
import dev.hindsight.benchmarks.coach.CoachBenchmark;
import dev.hindsight.benchmarks.incident.IncidentBenchmark;
import dev.hindsight.benchmarks.log.LogBenchmark;
import dev.hindsight.benchmarks.log.LogFollower;
import dev.hindsight.benchmarks.log.OverviewRebuild;
import dev.hindsight.benchmarks.log.StartBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Finds the benchmark that was asked for; some start this program again as a second process. */
@Command(
        name = "./hindsight bench",
        description = "Measures, and prints each figure beside what it is compared with.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ActionItemBenchmark.class,
            CoachBenchmark.class,
            IncidentBenchmark.class,
            LogBenchmark.class,
            LogFollower.class,
            OverviewRebuild.class,
            StartBenchmark.class
        })
final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager"); // before anything logs
        var line = new CommandLine(new Benchmarks());
        line.setExecutionExceptionHandler((failure, _, _) -> {
            if (failure instanceof BenchmarkFailure told) {
                System.err.println(told.getMessage());
            } else {
                failure.printStackTrace();
            }
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments));
    }
}
