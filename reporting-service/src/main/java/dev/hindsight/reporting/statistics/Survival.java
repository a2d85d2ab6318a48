package dev.hindsight.reporting.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * How long things of one kind last, where some have not ended: of these it is known only that they last longer. The share
 * that lasts longer than a time is estimated as by Kaplan and Meier (1958,
 * <a href="https://doi.org/10.1080/01621459.1958.10501452">doi:10.1080/01621459.1958.10501452</a>). The order in which the
 * times are given does not matter.
 */
public final class Survival {

    private static final double HALF = 0.5;
    private static final double NORMAL_QUANTILE = 1.959963984540054;

    /** More than what multiplying shares gets wrong, and less than two shares can be apart. */
    private static final double ROUNDING = 1e-12;

    private final List<Lasted> all;
    private final List<Step> steps = new ArrayList<>();

    /** @param ended whether that was all; else it went on when it was last known */
    public record Lasted(long time, boolean ended) {}

    /**
     * Where the curve falls, as some ended at this time.
     *
     * @param atRisk those that lasted until then
     * @param share of all that lasts longer
     * @param variance of the share, over its square: Greenwood's (1926) sum; infinite where nothing lasts longer
     */
    public record Step(long time, int atRisk, int ended, double share, double variance) {

        private boolean isHalfOrLess() {
            return share <= HALF + ROUNDING;
        }

        /**
         * Whether half or less may last longer, so many standard errors away from what is estimated. Where nothing lasts longer
         * there is no error to reckon with: it may be, and it is not certain.
         */
        private boolean mayBeHalfOrLess(double errors) {
            return ended == atRisk
                    ? errors > 0
                    : logMinusLog(share) + errors * StrictMath.sqrt(variance) / -StrictMath.log(share)
                            >= logMinusLog(HALF);
        }
    }

    /** What can be said of the median. */
    public enum Telling {
        MEDIAN,
        NOT_REACHED,
        TOO_FEW
    }

    public Survival(Collection<Lasted> times) {
        all = times.stream().sorted(Comparator.comparingLong(Lasted::time)).toList();
        double share = 1;
        double variance = 0;
        int next = 0;
        while (next < all.size()) {
            long time = all.get(next).time;
            int atRisk = all.size() - next;
            int ended = 0;
            for (; next < all.size() && all.get(next).time == time; next++) {
                ended += all.get(next).ended ? 1 : 0;
            }
            if (ended > 0) {
                share *= (double) (atRisk - ended) / atRisk;
                variance += ended / ((double) atRisk * (atRisk - ended));
                steps.add(new Step(time, atRisk, ended, share, variance));
            }
        }
    }

    /** In the order of their times; what went on when something ended at the same time lasts longer. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /**
     * The shortest time that at most half last longer than; empty while more than half do. Where all have ended it is what
     * {@link Sample} says of 50 percent.
     */
    public OptionalLong median() {
        return first(Step::isHalfOrLess);
    }

    /**
     * Where the 95 % interval of the median begins (Brookmeyer and Crowley 1982,
     * <a href="https://doi.org/10.2307/2530286">doi:10.2307/2530286</a>): the first time at which a test does not exclude
     * that half last longer at most. The test is on the scale of log(-log), with Greenwood's variance. Empty if there is no
     * such time.
     */
    public OptionalLong atLeast() {
        return first(step -> step.mayBeHalfOrLess(NORMAL_QUANTILE));
    }

    /** Where that interval ends: the first time at which the test excludes that more than half last longer. */
    public OptionalLong atMost() {
        return first(step -> step.mayBeHalfOrLess(-NORMAL_QUANTILE));
    }

    /**
     * It takes as many as {@link Sample} needs of which it is known whether they last longer than the median, and an interval
     * that begins somewhere.
     */
    public Telling telling() {
        var median = median();
        if (median.isEmpty()) {
            return all.size() < needed() ? Telling.TOO_FEW : Telling.NOT_REACHED;
        }
        return knownAt(median.getAsLong()) < needed() || atLeast().isEmpty() ? Telling.TOO_FEW : Telling.MEDIAN;
    }

    public static int needed() {
        return Sample.needed(50);
    }

    private long knownAt(long time) {
        return all.stream().filter(one -> one.ended || one.time >= time).count();
    }

    private OptionalLong first(Predicate<Step> which) {
        return steps.stream().filter(which).mapToLong(Step::time).findFirst();
    }

    private static double logMinusLog(double share) {
        return StrictMath.log(-StrictMath.log(share));
    }
}
