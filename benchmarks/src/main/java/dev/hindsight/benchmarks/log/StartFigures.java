package dev.hindsight.benchmarks.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.benchmarks.Figure;
import dev.hindsight.benchmarks.Figures;
import dev.hindsight.testkit.WholeStack;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How long each process takes from its start until it is ready, and what it holds in memory when idle. */
final class StartFigures {

    private static final Pattern READY = Pattern.compile("^ {2}(\\S+) +ready +([0-9.]+) s", Pattern.MULTILINE);
    private static final Pattern OURS = Pattern.compile(".+-service|gateway");
    private static final double MEBIBYTE = 1048576;
    private static final double MEMORY_IN_ALL = 1.2 * 1024;

    private final WholeStack stack;
    private final Figures figures;

    StartFigures(WholeStack stack, Figures figures) {
        this.stack = stack;
        this.figures = figures;
    }

    void start(String section) {
        ready().forEach((part, seconds) -> figures.add(Figure.of(section, part, seconds, "s")));
    }

    /** Our services start together, so the last of them tells how long all take. */
    void startWithin(String section, double seconds) {
        start(section);
        var last = ready().entrySet().stream()
                .filter(part -> OURS.matcher(part.getKey()).matches())
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElseThrow();
        figures.add(
                Figure.of(section, "services and gateway, together", last, "s").atMost(seconds));
    }

    void memory(String section) {
        try {
            var status = new ObjectMapper().readTree(stack.run("status", "--json"));
            for (var part : status.required("parts")) {
                figures.add(Figure.of(
                        section,
                        part.required("name").asText(),
                        part.required("residentBytes").asLong() / MEBIBYTE,
                        "MiB"));
            }
            figures.add(Figure.of(
                            section,
                            "services and gateway, in sum",
                            status.required("servicesResidentBytes").asLong() / MEBIBYTE,
                            "MiB")
                    .atMost(MEMORY_IN_ALL));
            figures.add(Figure.of(
                    section, "everything", status.required("residentBytes").asLong() / MEBIBYTE, "MiB"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the order in which they were ready. */
    private Map<String, Double> ready() {
        return READY.matcher(stack.output())
                .results()
                .collect(Collectors.toMap(
                        part -> part.group(1),
                        part -> Double.parseDouble(part.group(2)),
                        (_, again) -> again,
                        LinkedHashMap::new));
    }
}
