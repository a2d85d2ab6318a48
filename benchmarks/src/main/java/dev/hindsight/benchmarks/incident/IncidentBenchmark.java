package dev.hindsight.benchmarks.incident;

import dev.hindsight.benchmarks.Figures;
import dev.hindsight.testkit.WholeStack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./hindsight bench incident}: whether a command or a look at an incident costs more when its history is long. */
@Command(
        name = "incident",
        description =
                "A command about an incident and a look at it, with a short history and with long ones: 5 minutes.",
        mixinStandardHelpOptions = true)
public final class IncidentBenchmark implements Callable<Integer> {

    /** Recording for later starts would go on beside the measuring. */
    private static final Map<String, String> SETTINGS =
            Map.of("HINDSIGHT_INCIDENT_SERVICE_DB_PASSWORD", LongHistories.PASSWORD, "HINDSIGHT_START_CACHE", "off");

    @Option(
            names = "--sizes",
            split = ",",
            description = "Events of the incidents; the others are compared with the first (${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of(20, 2000);

    @Option(names = "--repetitions", description = "How often; the median counts (${DEFAULT-VALUE}).")
    private int repetitions = 300;

    @Option(names = "--json", description = "Prints the figures for a script.")
    private boolean json;

    IncidentBenchmark() {}

    @Override
    public Integer call() {
        var figures = new Figures(System.err);
        figures.say("starting everything in a fresh home");
        try (var stack = WholeStack.start(SETTINGS)) {
            new IncidentCosts(stack, figures, sizes, repetitions).measure();
        }
        System.out.print(json ? figures.json() + "\n" : figures.table());
        return 0;
    }
}
