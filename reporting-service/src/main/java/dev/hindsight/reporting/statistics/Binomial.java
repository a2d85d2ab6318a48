package dev.hindsight.reporting.statistics;

/** The binomial distribution, by summing its terms from the one at the bound towards the end where they vanish. */
final class Binomial {

    private static final double NEGLIGIBLE = 1e-18;

    private Binomial() {}

    /** The probability of at least {@code k} successes in {@code n} trials that each succeed with probability {@code p}. */
    static double atLeast(long k, long n, double p) {
        if (k <= 0) {
            return 1;
        }
        if (k > n || p <= 0) {
            return 0;
        }
        if (p >= 1) {
            return 1;
        }
        return k > n * p ? upperTail(k, n, p) : 1 - upperTail(n - k + 1, n, 1 - p);
    }

    /** Terms from {@code k} on, where each is smaller than the one before it. */
    private static double upperTail(long k, long n, double p) {
        double term = Math.exp(LogFactorial.of(n)
                - LogFactorial.of(k)
                - LogFactorial.of(n - k)
                + k * Math.log(p)
                + (n - k) * Math.log1p(-p));
        double sum = 0;
        for (long i = k; i <= n && term > sum * NEGLIGIBLE; i++) {
            sum += term;
            term *= (n - i) * p / ((i + 1) * (1 - p));
        }
        return Math.min(1, sum);
    }
}
