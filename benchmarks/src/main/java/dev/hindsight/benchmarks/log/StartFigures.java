package dev.hindsight.benchmarks.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.benchmarks.Figure;
import dev.hindsight.benchmarks.Figures;
import dev.hindsight.testkit.WholeStack;
import java.util.regex.Pattern;

/** How long each process takes from its start until it is ready, and what it holds in memory when idle. */
final class StartFigures {

    private static final Pattern READY = Pattern.compile("^ {2}(\\S+) +ready +([0-9.]+) s", Pattern.MULTILINE);

    private final WholeStack stack;
    private final Figures figures;

    StartFigures(WholeStack stack, Figures figures) {
        this.stack = stack;
        this.figures = figures;
    }

    void start(String section) {
        var ready = READY.matcher(stack.output());
        while (ready.find()) {
            figures.add(Figure.of(section, ready.group(1), Double.parseDouble(ready.group(2)), "s"));
        }
    }

    void memory(String section) {
        try {
            var status = new ObjectMapper().readTree(stack.run("status", "--json"));
            for (var part : status.required("parts")) {
                figures.add(Figure.of(
                        section,
                        part.required("name").asText(),
                        part.required("residentBytes").asLong() / 1048576.0,
                        "MiB"));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
