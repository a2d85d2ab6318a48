package dev.hindsight.reporting.metric;

import org.jspecify.annotations.Nullable;

/**
 * What a figure means, in words. A changed meaning is a new version: figures of different versions are not compared.
 *
 * @param id kebab-case, for ever
 * @param start the mark from which a duration counts; null for a count
 * @param end the mark to which a duration counts; null for a count
 * @param occurrence which of several such marks are taken
 * @param population what is looked at
 * @param exclusions what is left out of it
 * @param uncertainty how the figure says what it does not know
 */
public record MetricDefinition(
        String id,
        int version,
        String title,
        String meaning,
        @Nullable String start,
        @Nullable String end,
        @Nullable String occurrence,
        String population,
        String exclusions,
        String unit,
        String uncertainty) {

    MetricDefinition withVersion(int another) {
        return new MetricDefinition(
                id, another, title, meaning, start, end, occurrence, population, exclusions, unit, uncertainty);
    }
}
