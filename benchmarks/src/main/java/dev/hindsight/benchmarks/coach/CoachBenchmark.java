package dev.hindsight.benchmarks.coach;

import dev.hindsight.benchmarks.Figure;
import dev.hindsight.benchmarks.Figures;
import dev.hindsight.coach.Coach;
import dev.hindsight.coach.rules.RuleBook;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./hindsight bench coach}: what of the labelled sentences is found, how fast, and with how much memory. */
@Command(
        name = "coach",
        description =
                "The coach on the labelled sentences of samples/coach: precision, recall, each miss, time: 1 minute.",
        mixinStandardHelpOptions = true)
public final class CoachBenchmark implements Callable<Integer> {

    private static final double MEBIBYTE = 1024 * 1024;

    @Option(
            names = "--rounds",
            description = "How often each paragraph is checked when time is taken (${DEFAULT-VALUE}).")
    private int rounds = 50;

    @Option(names = "--json", description = "Prints the figures for a script; the misses go where the progress goes.")
    private boolean json;

    CoachBenchmark() {}

    @Override
    public Integer call() {
        var figures = new Figures(System.err);
        var sentences = LabelledSentence.all(Path.of(System.getenv().getOrDefault("HINDSIGHT_CHECKOUT", ".")));
        var coach = load(figures);
        var verdicts = Stream.of("train", "held-out", "fresh")
                .map(split -> new Verdicts(split, sentences, coach))
                .toList();
        verdicts.forEach(verdict -> verdict.addTo(figures));
        figures.say("checking paragraphs");
        new CheckTimes(sentences, rounds).measure(coach, figures);
        var misses = misses(verdicts);
        System.out.print(json ? figures.json() + "\n" : figures.table() + misses);
        if (json) {
            System.err.print(misses);
        }
        return 0;
    }

    private static Coach load(Figures figures) {
        figures.say("loading the models");
        double before = heap();
        long start = System.nanoTime();
        var coach = Coach.load(RuleBook.shipped());
        coach.check("The retry failed to connect.", List.of());
        double seconds = (System.nanoTime() - start) / 1e9;
        figures.add(Figure.of("Loading", "until the first answer", seconds, "s"));
        figures.add(Figure.of("Loading", "heap that stays", (heap() - before) / MEBIBYTE, "MiB"));
        return coach;
    }

    private static double heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String misses(List<Verdicts> verdicts) {
        var lines = verdicts.stream().flatMap(Verdicts::misses).toList();
        return lines.isEmpty() ? "" : "\nMisses\n" + String.join("\n", lines) + "\n";
    }
}
