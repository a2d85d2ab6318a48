package dev.hindsight.reporting.statistics;

import java.util.Collection;

/**
 * Values of one kind, some known only as a range, and what they tell about all of their kind. The order in which they
 * are given does not matter.
 */
public final class Sample {

    private static final double CONFIDENCE = 0.95;

    private final long[] least;
    private final long[] most;

    public Sample(Collection<Range> values) {
        least = values.stream().mapToLong(Range::least).sorted().toArray();
        most = values.stream().mapToLong(Range::most).sorted().toArray();
    }

    public int size() {
        return least.length;
    }

    /**
     * How many values a quantile needs before anything is said about it: as many as make it 95 % certain that it lies
     * between the smallest and the largest of them. 6 for the median, 11 for 75 %, 29 for 90 %.
     */
    public static int needed(int percent) {
        double share = share(percent);
        int values = 1;
        while (1 - Math.pow(share, values) - Math.pow(1 - share, values) < CONFIDENCE) {
            values++;
        }
        return values;
    }

    public boolean tells(int percent) {
        return size() >= needed(percent);
    }

    /**
     * The smallest value that at least so many percent of the values do not exceed: definition 1 of Hyndman and Fan
     * (1996, <a href="https://doi.org/10.2307/2684934">doi:10.2307/2684934</a>), which is always one of the values.
     */
    public Range quantile(int percent) {
        int rank = rank(percent);
        return new Range(least[rank - 1], most[rank - 1]);
    }

    /**
     * The 95 % bootstrap percentile interval of a quantile (Efron 1979,
     * <a href="https://doi.org/10.1214/aos/1176344552">doi:10.1214/aos/1176344552</a>, section 3), computed and not
     * drawn: a value of rank {@code r} in a sample drawn again is at most the {@code j}-th of ours exactly if at least
     * {@code r} of the {@code n} draws fall among our first {@code j}. So there is no seed, and no error of drawing.
     */
    public Range bootstrapInterval(int percent) {
        int rank = rank(percent);
        return new Range(
                least[reaching(rank, (1 - CONFIDENCE) / 2) - 1], most[reaching(rank, (1 + CONFIDENCE) / 2) - 1]);
    }

    /** The first {@code j} of which the rank's value in a new sample is at most the {@code j}-th with this probability. */
    private int reaching(int rank, double probability) {
        int below = 0;
        int above = size();
        while (above - below > 1) {
            int middle = (below + above) >>> 1;
            if (Binomial.atLeast(rank, size(), (double) middle / size()) < probability) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return above;
    }

    private int rank(int percent) {
        if (size() == 0) {
            throw new IllegalStateException("no values, no quantile");
        }
        share(percent);
        return Math.toIntExact(((long) size() * percent + 99) / 100);
    }

    private static double share(int percent) {
        if (percent < 1 || percent > 99) {
            throw new IllegalArgumentException("a quantile is between 1 and 99 percent");
        }
        return percent / 100.0;
    }
}
