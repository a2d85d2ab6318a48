package dev.hindsight.reporting.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BinomialTest {

    @Test
    void certainAndImpossibleAreExact() {
        assertThat(Binomial.atLeast(0, 10, 0.3)).isEqualTo(1);
        assertThat(Binomial.atLeast(11, 10, 0.3)).isZero();
        assertThat(Binomial.atLeast(3, 10, 1)).isEqualTo(1);
        assertThat(Binomial.atLeast(3, 10, 0)).isZero();
    }

    /** Compared with the sum in whole numbers. */
    @Property(tries = 300)
    void isTheSumOfItsTerms(
            @ForAll @IntRange(min = 1, max = 300) int trials,
            @ForAll @IntRange(min = 1, max = 99) int percent,
            @ForAll @IntRange(min = 0, max = 300) int bound) {
        var sum = BigInteger.ZERO;
        var choose = BigInteger.ONE;
        for (int i = 0; i <= trials; i++) {
            if (i >= bound) {
                sum = sum.add(choose.multiply(BigInteger.valueOf(percent).pow(i))
                        .multiply(BigInteger.valueOf(100L - percent).pow(trials - i)));
            }
            choose = choose.multiply(BigInteger.valueOf(trials - i)).divide(BigInteger.valueOf(i + 1L));
        }
        var exact = new BigDecimal(sum)
                .divide(new BigDecimal(BigInteger.valueOf(100).pow(trials)), MathContext.DECIMAL64)
                .doubleValue();

        assertThat(Binomial.atLeast(bound, trials, percent / 100.0)).isCloseTo(exact, within(1e-11));
    }
}
