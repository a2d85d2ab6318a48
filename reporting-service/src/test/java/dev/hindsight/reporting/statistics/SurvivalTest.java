package dev.hindsight.reporting.statistics;

import static dev.hindsight.reporting.statistics.Survival.Telling.MEDIAN;
import static dev.hindsight.reporting.statistics.Survival.Telling.NOT_REACHED;
import static dev.hindsight.reporting.statistics.Survival.Telling.TOO_FEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.reporting.statistics.Survival.Lasted;
import dev.hindsight.reporting.statistics.Survival.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurvivalTest {

    private static final double ROUNDING = 1e-12;

    /**
     * Weeks of remission in acute leukemia with 6-mercaptopurine and without (Freireich et al. 1963,
     * <a href="https://doi.org/10.1182/blood.V21.6.699.699">doi:10.1182/blood.V21.6.699.699</a>), the example of most
     * textbooks, such as Klein and Moeschberger's Survival Analysis.
     */
    private static final Survival TREATED =
            lasting(List.of(6, 6, 6, 7, 10, 13, 16, 22, 23), List.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35));

    private static final Survival PLACEBO =
            lasting(List.of(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23), List.of());

    /** The curve and its standard errors as they are printed. */
    @ParameterizedTest
    @CsvSource({
        "0, 6, 21, 3, 0.857, 0.0764",
        "1, 7, 17, 1, 0.807, 0.0869",
        "2, 10, 15, 1, 0.753, 0.0963",
        "3, 13, 12, 1, 0.690, 0.1068",
        "4, 16, 11, 1, 0.627, 0.1141",
        "5, 22, 7, 1, 0.538, 0.1282",
        "6, 23, 6, 1, 0.448, 0.1346"
    })
    void fallsAsInTheTextbooks(int step, long week, int atRisk, int ended, double share, double error) {
        assertThat(TREATED.steps()).hasSize(7);
        assertThat(TREATED.steps().get(step)).satisfies(at -> {
            assertThat(at.time()).isEqualTo(week);
            assertThat(at.atRisk()).isEqualTo(atRisk);
            assertThat(at.ended()).isEqualTo(ended);
            assertThat(at.share()).isCloseTo(share, within(0.0005));
            assertThat(at.share() * Math.sqrt(at.variance())).isCloseTo(error, within(0.00005));
        });
    }

    @Test
    void halfOfTheTreatedStayInRemissionForTwentyThreeWeeksAndOfTheOthersForEight() {
        assertThat(TREATED.median()).hasValue(23);
        assertThat(PLACEBO.median()).hasValue(8);
    }

    /** The band around the treated on the log(-log) scale is 0.503 to 0.889 at 10 weeks and 0.432 to 0.849 at 13. */
    @Test
    void theIntervalGoesFromWhereTheBandMeetsOneHalfToWhereItLeavesIt() {
        assertThat(TREATED.atLeast()).hasValue(13);
        assertThat(TREATED.atMost()).isEmpty();
        assertThat(PLACEBO.atLeast()).hasValue(4);
        assertThat(PLACEBO.atMost()).hasValue(11);
        assertThat(List.of(TREATED.telling(), PLACEBO.telling())).containsOnly(MEDIAN);
    }

    @Test
    void whatWentOnWhenAnotherEndedLastsLonger() {
        assertThat(lasting(List.of(10), List.of(10)).median()).hasValue(10);
        assertThat(lasting(List.of(10), List.of(10)).steps())
                .extracting(Step::share)
                .containsExactly(0.5);
    }

    @Test
    void saysNothingOfNothingAndNotMuchOfAFew() {
        assertThat(lasting(List.of(), List.of()).telling()).isEqualTo(TOO_FEW);
        assertThat(lasting(List.of(), List.of()).median()).isEmpty();
        assertThat(lasting(List.of(1, 2, 3, 4, 5), List.of()).telling()).isEqualTo(TOO_FEW);
        assertThat(lasting(List.of(1, 2, 3, 4, 5, 6), List.of()).telling()).isEqualTo(MEDIAN);
        assertThat(lasting(List.of(), List.of(1, 2, 3, 4, 5)).telling()).isEqualTo(TOO_FEW);
    }

    @Test
    void whereNothingLastsLongerThanTheMedianTheIntervalBeginsThereAndIsOpen() {
        var tied = List.of(
                lasting(Collections.nCopies(6, 60), List.of()),
                lasting(
                        Stream.concat(Stream.of(10), Collections.nCopies(29, 60).stream())
                                .toList(),
                        List.of()));

        assertThat(tied).allSatisfy(survival -> {
            assertThat(survival.telling()).isEqualTo(MEDIAN);
            assertThat(survival.median()).hasValue(60);
            assertThat(survival.atLeast()).hasValue(60);
            assertThat(survival.atMost()).isEmpty();
        });
    }

    @Test
    void whileMoreThanHalfGoOnTheMedianIsNotReached() {
        var most = lasting(List.of(1, 2), List.of(10, 11, 12, 13));

        assertThat(most.median()).isEmpty();
        assertThat(most.telling()).isEqualTo(NOT_REACHED);
        assertThat(lasting(List.of(), List.of(1, 2, 3, 4, 5, 6)).telling()).isEqualTo(NOT_REACHED);
    }

    /** Five of them went on at the second minute; whether they do at the ninth nobody knows. */
    @Test
    void whatIsNotKnownUntilTheMedianIsNotEnoughToTellIt() {
        var one = lasting(List.of(9), List.of(2, 2, 2, 2, 2));
        var three = lasting(List.of(7, 8, 9), List.of(2, 2, 2, 2, 2));

        assertThat(one.median()).hasValue(9);
        assertThat(one.telling()).isEqualTo(TOO_FEW);
        assertThat(three.median()).hasValue(8);
        assertThat(three.telling()).isEqualTo(TOO_FEW);
    }

    @Property
    void withoutAnyThatGoOnItIsTheOrdinaryMedian(
            @ForAll @Size(min = 1, max = 80) List<@LongRange(min = 0, max = 200) Long> times) {
        var survival =
                new Survival(times.stream().map(time -> new Lasted(time, true)).toList());
        var sample =
                new Sample(times.stream().map(time -> new Range(time, time)).toList());

        assertThat(survival.median()).hasValue(sample.quantile(50).least());
    }

    @Property
    void aShareFallsFromStepToStepAndStaysAShare(@ForAll("times") List<Lasted> times) {
        double before = 1;
        for (var step : new Survival(times).steps()) {
            assertThat(step.share()).isGreaterThanOrEqualTo(0).isLessThan(before);
            before = step.share();
        }
    }

    @Property
    void oneMoreThatGoesOnLowersTheShareAtNoTime(
            @ForAll("times") List<Lasted> times, @ForAll @LongRange(min = 0, max = 60) long goingOn) {
        var without = new Survival(times);
        var with = new Survival(Stream.concat(times.stream(), Stream.of(new Lasted(goingOn, false)))
                .toList());

        for (long time = 0; time <= 60; time++) {
            assertThat(shareAfter(with, time)).isGreaterThanOrEqualTo(shareAfter(without, time) - ROUNDING);
        }
        assertThat(with.median().orElse(Long.MAX_VALUE))
                .isGreaterThanOrEqualTo(without.median().orElse(Long.MAX_VALUE));
    }

    @Property
    void theOrderOfTheTimesDoesNotMatter(@ForAll("times") List<Lasted> times, @ForAll long seed) {
        var shuffled = new ArrayList<>(times);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(new Survival(shuffled).steps()).isEqualTo(new Survival(times).steps());
        assertThat(new Survival(shuffled).telling()).isEqualTo(new Survival(times).telling());
    }

    @Property
    void theIntervalHoldsTheMedian(@ForAll("times") List<Lasted> times) {
        var survival = new Survival(times);
        long median = survival.median().orElse(Long.MAX_VALUE);

        assertThat(survival.atMost().orElse(Long.MAX_VALUE)).isGreaterThanOrEqualTo(median);
        if (survival.telling() == MEDIAN) {
            assertThat(survival.atLeast().orElseThrow()).isLessThanOrEqualTo(median);
        }
    }

    /** Of many samples of a population whose median is known, of which a good third still goes on, about 95 % have it. */
    @Test
    void theIntervalHoldsTheTrueMedianAboutAsOftenAsItSays() {
        var random = new Random(3);
        int samples = 4000;
        double trueMedian = 1_000_000 * Math.log(2);
        long held = IntStream.range(0, samples)
                .mapToObj(_ -> new Survival(
                        Stream.generate(() -> seen(random)).limit(60).toList()))
                .filter(survival -> survival.atLeast().orElse(Long.MAX_VALUE) <= trueMedian
                        && trueMedian < survival.atMost().orElse(Long.MAX_VALUE))
                .count();

        assertThat((double) held / samples).isCloseTo(0.95, within(0.02));
    }

    private static Lasted seen(Random random) {
        double lasts = -1_000_000 * Math.log(1 - random.nextDouble());
        double watched = -1_600_000 * Math.log(1 - random.nextDouble());
        return new Lasted((long) Math.min(lasts, watched), lasts <= watched);
    }

    @Provide
    Arbitrary<List<Lasted>> times() {
        return Combinators.combine(Arbitraries.longs().between(0, 50), Arbitraries.of(true, false))
                .as(Lasted::new)
                .list()
                .ofMaxSize(60);
    }

    private static double shareAfter(Survival survival, long time) {
        return survival.steps().stream()
                .filter(step -> step.time() <= time)
                .mapToDouble(Step::share)
                .reduce(1, (_, share) -> share);
    }

    private static Survival lasting(List<Integer> ended, List<Integer> goingOn) {
        return new Survival(Stream.concat(
                        ended.stream().map(time -> new Lasted(time, true)),
                        goingOn.stream().map(time -> new Lasted(time, false)))
                .toList());
    }
}
