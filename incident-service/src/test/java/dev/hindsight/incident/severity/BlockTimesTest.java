package dev.hindsight.incident.severity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.incident.severity.Assessment.Met;
import dev.hindsight.incident.severity.Assessment.NotEnough;
import dev.hindsight.incident.severity.Assessment.NotMet;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A chain with a block each 12 seconds for 24 hours: 7 200 of them, so that 500 % are 60 seconds more than 12. */
class BlockTimesTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant LAST = START.plus(Duration.ofDays(1));

    @Example
    void aBlockDelayedBy500PercentIsHigh() {
        var met = (Met) BlockTimes.assess(dayAnd(LAST.plusSeconds(72)), null);

        assertThat(met.clause()).isEqualTo(Clause.BLOCK_DELAYED);
        assertThat(met.measured()).isEqualByComparingTo("500");
        assertThat(met.arithmetic())
                .isEqualTo(
                        "7200 blocks in the 24 h up to 2026-03-02T00:00:00Z make 12 s a block on average. The next block"
                                + " came 72 s after it, at 2026-03-02T00:01:12Z: 60 s later than expected, which is 500 % of the"
                                + " average. 500 % or more is high.");
    }

    @Example
    void aMicrosecondLessMeetsNothing() {
        var notMet = (NotMet) BlockTimes.assess(dayAnd(LAST.plusSeconds(72).minusNanos(1_000)), null);

        assertThat(notMet.arithmetic())
                .contains("which is 499.999 % of the average")
                .endsWith("meets no clause.");
    }

    @Example
    void noBlockUntilTheEndOfTheObservationIsCritical() {
        var met = (Met) BlockTimes.assess(day(), LAST.plusSeconds(72));

        assertThat(met.clause()).isEqualTo(Clause.NO_NEW_BLOCK);
        assertThat(met.clause().severity()).hasToString("SEV1");
        assertThat(met.measured()).isEqualByComparingTo("500");
        assertThat(met.arithmetic()).contains("No block had come 72 s after it, at 2026-03-02T00:01:12Z");
    }

    @Example
    void anObservationThatEndsAMicrosecondEarlierMeetsNothing() {
        assertThat(BlockTimes.assess(day(), LAST.plusSeconds(72).minusNanos(1_000)))
                .isInstanceOf(NotMet.class);
    }

    @Example
    void aBlockAfterTheEndOfTheObservationHadNotCome() {
        var met = (Met) BlockTimes.assess(dayAnd(LAST.plusSeconds(7_200)), LAST.plusSeconds(3_600));

        assertThat(met.clause()).isEqualTo(Clause.NO_NEW_BLOCK);
    }

    @Example
    void theLongestDelayCounts() {
        var met = (Met)
                BlockTimes.assess(dayAnd(LAST.plusSeconds(84), LAST.plusSeconds(384), LAST.plusSeconds(470)), null);

        assertThat(met.arithmetic()).contains("came 300 s after it, at 2026-03-02T00:06:24Z");
    }

    @Example
    void aSecondLessThanADayIsNotEnough() {
        var blocks = dayAnd(LAST.plusSeconds(7_200));
        blocks.set(0, START.plusSeconds(1));
        blocks.remove(blocks.size() - 1);

        var notEnough = (NotEnough) BlockTimes.assess(blocks, LAST.plusSeconds(7_200));

        assertThat(notEnough.missing())
                .isEqualTo("A delay is judged by the blocks of the 24 hours before it. The series has 7201 blocks, from"
                        + " 2026-03-01T00:00:01Z to 2026-03-02T00:00:00Z: those of 0 h 0 min 1 s before are missing.");
    }

    @Example
    void aDayWithoutAnythingAfterItIsNotEnough() {
        assertThat(((NotEnough) BlockTimes.assess(day(), null)).missing()).contains("what came after is missing");
        assertThat(BlockTimes.assess(day(), START.minusSeconds(1))).isInstanceOf(NotEnough.class);
        assertThat(BlockTimes.assess(List.of(), null)).isInstanceOf(NotEnough.class);
    }

    @Property(tries = 50)
    void theDelayDecidesWhateverTheBlockTimeIs(
            @ForAll @IntRange(min = 1, max = 600) int blockTime, @ForAll @IntRange(min = 1, max = 5_000) int gap) {
        int perDay = 86_400 / blockTime;
        var blocks = new ArrayList<Instant>();
        for (int number = 0; number <= perDay + 1; number++) {
            blocks.add(LAST.minusSeconds((long) (perDay + 1 - number) * blockTime));
        }
        blocks.add(LAST.plusSeconds(gap));

        // blocks that came in the 24 hours before and at the last one
        long inDay = blocks.stream()
                .filter(block -> block.isAfter(LAST.minus(Duration.ofDays(1))) && !block.isAfter(LAST))
                .count();
        assertThat(BlockTimes.assess(blocks, null) instanceof Met).isEqualTo(gap * inDay >= 6L * 86_400);
    }

    @Property(tries = 50)
    void theWorseTheDelayTheMoreIsMeasured(
            @ForAll @IntRange(min = 72, max = 100_000) int seconds, @ForAll @IntRange(min = 1, max = 1_000) int more) {
        assertThat(measured(seconds + more)).isGreaterThan(measured(seconds));
    }

    private static BigDecimal measured(int seconds) {
        return ((Met) BlockTimes.assess(day(), LAST.plusSeconds(seconds))).measured();
    }

    private static List<Instant> day() {
        return dayAnd();
    }

    private static List<Instant> dayAnd(Instant... more) {
        var blocks = new ArrayList<Instant>();
        for (int number = 0; number <= 7_200; number++) {
            blocks.add(START.plusSeconds(12L * number));
        }
        blocks.addAll(List.of(more));
        return blocks;
    }
}
