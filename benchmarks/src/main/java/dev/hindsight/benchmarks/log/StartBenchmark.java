package dev.hindsight.benchmarks.log;

import dev.hindsight.benchmarks.Figures;
import dev.hindsight.testkit.WholeStack;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole system started twice, and what it holds in memory when nobody uses it. */
@Command(
        name = "start",
        description = "Starts everything twice in a fresh home: how long each part takes, and its memory when idle.",
        mixinStandardHelpOptions = true)
public final class StartBenchmark implements Callable<Integer> {

    @Option(names = "--json", description = "Prints the figures for a script.")
    private boolean json;

    StartBenchmark() {}

    @Override
    public Integer call() {
        var figures = new Figures(System.err);
        figures.say("starting everything in a fresh home");
        try (var stack = WholeStack.start(Map.of())) {
            measure(stack, figures);
        }
        System.out.print(json ? figures.json() + "\n" : figures.table());
        return 0;
    }

    /** Leaves the stack running, idle since a while. */
    static void measure(WholeStack stack, Figures figures) {
        var start = new StartFigures(stack, figures);
        start.start("First start, programs unpacked, until ready");
        stack.awaitStartCaches();
        stack.stop();
        figures.say("starting everything again");
        stack.startAgain();
        start.startWithin("Start on existing data, until ready", 15);
        figures.say("idle");
        LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
        start.memory("Resident memory, idle");
    }
}
