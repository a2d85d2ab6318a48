package dev.hindsight.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param of what it is divided by to give the ratio, by the name of another figure of the same section
 * @param goal what it is to be, in words
 * @param met whether it is so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        String section,
        String name,
        double value,
        String unit,
        @Nullable Double ratio,
        @Nullable String of,
        @Nullable String goal,
        @Nullable Boolean met) {

    public static Figure of(String section, String name, double value, String unit) {
        return new Figure(section, name, value, unit, null, null, null, null);
    }

    public Figure comparedWith(Figure other) {
        return new Figure(section, name, value, unit, value / other.value, other.name, goal, met);
    }

    /** A goal for the ratio where there is one, else for the value. */
    public Figure atLeast(double least) {
        var measured = ratio == null ? value : ratio;
        return new Figure(
                section,
                name,
                value,
                unit,
                ratio,
                of,
                "at least " + Figures.number(least) + (ratio == null ? " " + unit : " of it"),
                measured >= least);
    }

    /** A goal for the ratio where there is one, else for the value. */
    public Figure atMost(double most) {
        var measured = ratio == null ? value : ratio;
        return new Figure(
                section,
                name,
                value,
                unit,
                ratio,
                of,
                "at most " + Figures.number(most) + (ratio == null ? " " + unit : " of it"),
                measured <= most);
    }
}
