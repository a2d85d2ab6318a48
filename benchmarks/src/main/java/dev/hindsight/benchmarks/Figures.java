package dev.hindsight.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gathers the figures of one run, tells of the progress, and prints them as a table or as JSON. */
public final class Figures {

    private final List<Figure> all = new ArrayList<>();
    private final PrintStream progress;

    /** @param progress where a person sees what is being measured; never where the figures go */
    public Figures(PrintStream progress) {
        this.progress = progress;
    }

    public void say(String what) {
        progress.println("  … " + what);
    }

    public Figure add(Figure figure) {
        all.add(figure);
        return figure;
    }

    public String json() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public String table() {
        var table = new StringBuilder();
        var width =
                all.stream().mapToInt(figure -> figure.name().length()).max().orElse(0);
        var section = "";
        for (var figure : all) {
            if (!figure.section().equals(section)) {
                section = figure.section();
                table.append("%n%s%n".formatted(section));
            }
            table.append("  %%-%ds  %%12s %%-12s%%s%%s"
                            .formatted(width)
                            .formatted(
                                    figure.name(),
                                    number(figure.value()),
                                    figure.unit(),
                                    figure.ratio() == null ? "" : "  %.2f of %s".formatted(figure.ratio(), figure.of()),
                                    goal(figure))
                            .stripTrailing())
                    .append('\n');
        }
        return table.toString();
    }

    private static String goal(Figure figure) {
        return figure.goal() == null
                ? ""
                : "  (%s: %s)".formatted(figure.goal(), Boolean.TRUE.equals(figure.met()) ? "met" : "MISSED");
    }

    /** Three digits that tell something, without an exponent. */
    static String number(double value) {
        var size = Math.abs(value);
        var digits = size == Math.rint(size) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value).replace(',', ' ');
    }
}
