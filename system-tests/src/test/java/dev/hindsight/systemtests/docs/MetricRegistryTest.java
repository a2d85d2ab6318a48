package dev.hindsight.systemtests.docs;

import static java.util.stream.Collectors.joining;

import dev.hindsight.reporting.metric.MetricDefinition;
import dev.hindsight.reporting.metric.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/metrics.md} true: the page is written from the registry itself. */
class MetricRegistryTest {

    @Test
    void thePageDefinesEveryFigure() throws IOException {
        new WrittenFile(Path.of("../docs/metrics.md")).mustSay(page());
    }

    private static String page() {
        return """
                # Metrics

                What every figure of a report means. A changed meaning is a new version; a report states which it used.

                This page is written from the code by `./hindsight docs`.

                %s
                """.formatted(
                        Metrics.all().stream().map(MetricRegistryTest::section).collect(joining("\n\n")));
    }

    private static String section(MetricDefinition metric) {
        return """
                ## %s (`%s`, version %d)

                %s

                - **Over what:** %s
                - **Left out:** %s
                - **Unit:** %s
                - **How certain it is:** %s%s""".formatted(
                        metric.title(),
                        metric.id(),
                        metric.version(),
                        metric.meaning(),
                        metric.population(),
                        metric.exclusions(),
                        metric.unit(),
                        metric.uncertainty(),
                        metric.start() == null
                                ? ""
                                : "\n- **From** %s **to** %s: %s."
                                        .formatted(metric.start(), metric.end(), metric.occurrence()));
    }
}
