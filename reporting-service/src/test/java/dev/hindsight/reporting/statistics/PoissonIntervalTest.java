package dev.hindsight.reporting.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonIntervalTest {

    /** Half the quantiles of chi squared with 2 k and 2 k + 2 degrees of freedom, computed with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 3.6889",
        "1, 0.0253, 5.5716",
        "2, 0.2422, 7.2247",
        "5, 1.6235, 11.6683",
        "10, 4.7954, 18.3904",
        "20, 12.2165, 30.8884",
        "100, 81.3640, 121.6268"
    })
    void isTheExactOne(long count, double low, double high) {
        var interval = PoissonInterval.of(count);

        assertThat(interval.low()).isCloseTo(low, within(0.0001));
        assertThat(interval.high()).isCloseTo(high, within(0.0001));
    }

    /** Exact means: whatever the mean is, the counts whose interval misses it come up at most one time in twenty. */
    @Property(tries = 200)
    void holdsTheTrueMeanAtLeastAsOftenAsItSays(@ForAll @DoubleRange(min = 0.01, max = 60) double mean) {
        double held = 0;
        for (long count = 0; count < 200; count++) {
            var interval = PoissonInterval.of(count);
            if (interval.low() <= mean && mean <= interval.high()) {
                held += PoissonInterval.atLeast(count, mean) - PoissonInterval.atLeast(count + 1, mean);
            }
        }

        assertThat(held).isGreaterThanOrEqualTo(0.95 - 1e-9);
    }

    @Property
    void holdsTheCountItself(@ForAll @IntRange(min = 0, max = 100_000) int count) {
        var interval = PoissonInterval.of(count);

        assertThat(interval.low()).isLessThanOrEqualTo(count);
        assertThat(interval.high()).isGreaterThan(count);
    }
}
