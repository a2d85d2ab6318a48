package dev.hindsight.localstack;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The figures on a service's metrics page: https://prometheus.io/docs/instrumenting/exposition_formats/ */
record Metrics(List<Sample> samples) {

    /** One figure; its labels tell what it is about. */
    record Sample(String name, Map<String, String> labels, double value) {}

    private static final Pattern SAMPLE =
            Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)(?: -?\\d+)?$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    static Metrics parse(String page) {
        return new Metrics(SAMPLE.matcher(page).results().map(Metrics::sample).toList());
    }

    List<Sample> named(String name) {
        return samples.stream().filter(sample -> sample.name().equals(name)).toList();
    }

    /** Nothing, too, for a figure that the service itself does not know: it is told as NaN. */
    OptionalDouble value(String name, Map<String, String> labels) {
        return named(name).stream()
                .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .filter(Double::isFinite)
                .findFirst();
    }

    private static Sample sample(MatchResult line) {
        var labels = line.group(2) == null ? "" : line.group(2);
        return new Sample(
                line.group(1),
                LABEL.matcher(labels).results().collect(Collectors.toMap(found -> found.group(1), Metrics::unescaped)),
                number(line.group(3)));
    }

    private static String unescaped(MatchResult label) {
        return label.group(2).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
