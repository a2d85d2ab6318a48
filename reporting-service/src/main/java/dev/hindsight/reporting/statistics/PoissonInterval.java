package dev.hindsight.reporting.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * What a count says of the rate behind it: the exact 95 % interval for the mean of a Poisson distribution (Garwood 1936,
 * <a href="https://doi.org/10.1093/biomet/28.3-4.437">doi:10.1093/biomet/28.3-4.437</a>). Of a count of zero it says that
 * the rate is at most 3.69, not that it is zero.
 */
public record PoissonInterval(double low, double high) {

    private static final double EACH_SIDE = 0.025;
    private static final double NEGLIGIBLE = 1e-18;

    public static PoissonInterval of(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("a count is not negative");
        }
        double reach = count + 10 * Math.sqrt(count + 1.0) + 10;
        double low = count == 0 ? 0 : rising(mean -> atLeast(count, mean), EACH_SIDE, reach);
        double high = rising(mean -> atLeast(count + 1, mean), 1 - EACH_SIDE, reach);
        return new PoissonInterval(low, high);
    }

    /** The probability that a Poisson variable of this mean is {@code k} or more. */
    static double atLeast(long k, double mean) {
        if (k <= 0) {
            return 1;
        }
        return mean < k ? upper(k, mean) : 1 - lower(k - 1, mean);
    }

    private static double upper(long k, double mean) {
        double term = term(k, mean);
        double sum = 0;
        for (long i = k; term > sum * NEGLIGIBLE; i++) {
            sum += term;
            term *= mean / (i + 1);
        }
        return sum;
    }

    private static double lower(long k, double mean) {
        double term = term(k, mean);
        double sum = 0;
        for (long i = k; i >= 0 && term > sum * NEGLIGIBLE; i--) {
            sum += term;
            term *= i / mean;
        }
        return sum;
    }

    private static double term(long k, double mean) {
        return mean <= 0 ? 0 : Math.exp(k * Math.log(mean) - mean - LogFactorial.of(k));
    }

    /** Where a rising function reaches a value, by halving until no double lies between. */
    private static double rising(DoubleUnaryOperator function, double value, double reach) {
        double below = 0;
        double above = reach;
        double middle = above / 2;
        while (middle > below && middle < above) {
            if (function.applyAsDouble(middle) < value) {
                below = middle;
            } else {
                above = middle;
            }
            middle = below + (above - below) / 2;
        }
        return above;
    }
}
