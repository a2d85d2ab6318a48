package dev.hindsight.benchmarks.actionitem;

import dev.hindsight.benchmarks.ApiClient;
import dev.hindsight.benchmarks.Figures;
import dev.hindsight.testkit.WholeStack;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./hindsight bench actionitem}: lists, counts and trackers of very many items, and how soon they show a change. */
@Command(
        name = "actionitem",
        description = "Lists, counts and trackers of a million events of action items, and how soon they show a change:"
                + " 20 minutes.",
        mixinStandardHelpOptions = true)
public final class ActionItemBenchmark implements Callable<Integer> {

    @Option(names = "--items", description = "How many items, of ten events each (${DEFAULT-VALUE}).")
    private int items = 100_000;

    @Option(names = "--repetitions", description = "How often each is asked (${DEFAULT-VALUE}).")
    private int repetitions = 200;

    @Option(names = "--json", description = "Prints the figures for a script.")
    private boolean json;

    ActionItemBenchmark() {}

    @Override
    public Integer call() throws SQLException {
        var figures = new Figures(System.err);
        figures.say("starting everything in a fresh home");
        try (var stack = WholeStack.start(Map.of(
                "HINDSIGHT_START_CACHE",
                "off",
                "HINDSIGHT_INCIDENT_SERVICE_DB_PASSWORD",
                ManyItems.PASSWORD,
                "HINDSIGHT_ACTIONITEM_SERVICE_DB_PASSWORD",
                ManyItems.PASSWORD))) {
            var api = new ApiClient(() -> stack.tokenOf("responder"));
            var url = stack.serviceUrl("actionitem-service");
            var changes = new ChangeToTracker(api, url, stack.incidentServiceUrl(), figures, repetitions);
            changes.measure("an empty tracker");
            new ManyItems(stack, figures).fill(items);
            new QueryTimes(api, url, figures, repetitions).measure(items);
            changes.measure("a tracker of %d items".formatted(items));
        }
        System.out.print(json ? figures.json() + "\n" : figures.table());
        return 0;
    }
}
