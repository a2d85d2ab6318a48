package dev.hindsight.reporting.statistics;

/** The natural logarithm of {@code n!}, to about 15 digits. */
final class LogFactorial {

    private static final double[] SMALL = new double[32];

    static {
        for (int n = 2; n < SMALL.length; n++) {
            SMALL[n] = SMALL[n - 1] + Math.log(n);
        }
    }

    private LogFactorial() {}

    /** Stirling's series (DLMF 5.11.1), whose next term is below 1e-15 from 32 on. */
    static double of(long n) {
        if (n < SMALL.length) {
            return SMALL[(int) n];
        }
        double x = n;
        double series = (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / (1680 * x * x)) / (x * x)) / (x * x)) / x;
        return x * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI * x) + series;
    }
}
