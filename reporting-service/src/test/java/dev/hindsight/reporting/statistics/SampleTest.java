package dev.hindsight.reporting.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void needsSoManyValuesBeforeItTellsAnything() {
        assertThat(Sample.needed(50)).isEqualTo(6);
        assertThat(Sample.needed(75)).isEqualTo(11);
        assertThat(Sample.needed(90)).isEqualTo(29);
        assertThat(exactly(1, 2, 3, 4, 5).tells(50)).isFalse();
        assertThat(exactly(1, 2, 3, 4, 5, 6).tells(50)).isTrue();
    }

    @Test
    void aQuantileIsOneOfTheValues() {
        var sample = exactly(40, 10, 30, 20);

        assertThat(sample.quantile(50)).isEqualTo(new Range(20, 20));
        assertThat(sample.quantile(51)).isEqualTo(new Range(30, 30));
        assertThat(sample.quantile(75)).isEqualTo(new Range(30, 30));
        assertThat(sample.quantile(90)).isEqualTo(new Range(40, 40));
    }

    @Test
    void aQuantileOfValuesThatAreNotKnownExactlyIsNotEither() {
        var sample = new Sample(List.of(new Range(0, 60), new Range(50, 50), new Range(90, 120)));

        assertThat(sample.quantile(50)).isEqualTo(new Range(50, 60));
    }

    @Test
    void saysNothingOfNothing() {
        assertThatThrownBy(() -> exactly().quantile(50)).isInstanceOf(IllegalStateException.class);
        assertThat(exactly().tells(50)).isFalse();
    }

    /** The definition: so many values do not exceed the quantile, and fewer do not exceed any smaller value. */
    @Property
    void theQuantileSplitsTheValuesAsItSays(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 1000) Long> values,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        long quantile = sample(values).quantile(percent).least();

        assertThat(values).contains(quantile);
        assertThat(100 * values.stream().filter(value -> value <= quantile).count())
                .isGreaterThanOrEqualTo((long) percent * values.size());
        assertThat(100 * values.stream().filter(value -> value < quantile).count())
                .isLessThan((long) percent * values.size());
    }

    @Property
    void theOrderOfTheValuesDoesNotMatter(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 1000) Long> values,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        var shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(sample(shuffled).quantile(percent)).isEqualTo(sample(values).quantile(percent));
        assertThat(sample(shuffled).bootstrapInterval(percent))
                .isEqualTo(sample(values).bootstrapInterval(percent));
    }

    @Property
    void theIntervalHoldsItsQuantile(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 1000) Long> values,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        var sample = sample(values);

        assertThat(sample.bootstrapInterval(percent).least())
                .isLessThanOrEqualTo(sample.quantile(percent).least());
        assertThat(sample.bootstrapInterval(percent).most())
                .isGreaterThanOrEqualTo(sample.quantile(percent).most());
    }

    /** What is computed is what drawing would come to: a hundred thousand samples drawn again say the same. */
    @Test
    void theIntervalIsTheOneThatDrawingApproaches() {
        var random = new Random(1);
        var values = random.longs(40, 0, 1_000_000).sorted().toArray();
        int draws = 100_000;
        var medians = new long[draws];
        for (int i = 0; i < draws; i++) {
            var drawn = new long[values.length];
            for (int j = 0; j < drawn.length; j++) {
                drawn[j] = values[random.nextInt(values.length)];
            }
            Arrays.sort(drawn);
            medians[i] = drawn[drawn.length / 2 - 1];
        }

        var interval = exactly(values).bootstrapInterval(50);

        assertThat(shareBelow(medians, interval.least())).isLessThan(0.025);
        assertThat(shareBelow(medians, interval.least() + 1)).isGreaterThan(0.025);
        assertThat(shareBelow(medians, interval.most())).isLessThan(0.975);
        assertThat(shareBelow(medians, interval.most() + 1)).isGreaterThan(0.975);
    }

    /** Of many samples of a population whose median is known, about 95 % have it within their interval. */
    @Test
    void theIntervalHoldsTheTrueMedianAboutAsOftenAsItSays() {
        var random = new Random(2);
        int samples = 4000;
        long trueMedian = 500_000;
        long held = LongStream.range(0, samples)
                .mapToObj(_ ->
                        exactly(random.longs(51, 0, 2 * trueMedian).toArray()).bootstrapInterval(50))
                .filter(interval -> interval.least() <= trueMedian && trueMedian <= interval.most())
                .count();

        assertThat((double) held / samples).isCloseTo(0.95, within(0.02));
    }

    private static double shareBelow(long[] values, long bound) {
        return (double) Arrays.stream(values).filter(value -> value < bound).count() / values.length;
    }

    private static Sample exactly(long... values) {
        return sample(LongStream.of(values).boxed().toList());
    }

    private static Sample sample(List<Long> values) {
        return new Sample(values.stream().map(value -> new Range(value, value)).toList());
    }
}
