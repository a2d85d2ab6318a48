package dev.hindsight.incident.severity;

import dev.hindsight.incident.severity.Assessment.Met;
import dev.hindsight.incident.severity.Assessment.NotEnough;
import dev.hindsight.incident.severity.Assessment.NotMet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges how late blocks are. A block is expected one average block time after the block before it; what is beyond that is
 * its delay. The average is that of the 24 hours up to the block before it: 24 hours, divided by how many blocks came in
 * them. A block that came late is {@link Clause#BLOCK_DELAYED}; one that is as late and had not come when the observation
 * ended is {@link Clause#NO_NEW_BLOCK}. Without 24 hours of blocks before it, a delay cannot be judged.
 */
public final class BlockTimes {

    private static final long DAY = Duration.ofDays(1).toNanos() / 1_000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int FIGURES = 3;

    private final List<Instant> blocks;
    private final Instant end;

    private BlockTimes(List<Instant> blocks, Instant end) {
        this.blocks = blocks;
        this.end = end;
    }

    /**
     * @param times when blocks were made, in the order of time
     * @param until the end of the observation, which leaves out later blocks; the last block if null
     */
    public static Assessment assess(List<Instant> times, @Nullable Instant until) {
        var blocks = times.stream()
                .filter(time -> until == null || !time.isAfter(until))
                .toList();
        if (blocks.isEmpty()) {
            return new NotEnough("The series has no block up to the end of the observation.");
        }
        return new BlockTimes(blocks, until == null ? blocks.getLast() : until).assess();
    }

    private Assessment assess() {
        @Nullable Gap longest = null;
        int from = 0;
        for (int before = 0; before < blocks.size(); before++) {
            var last = blocks.get(before);
            while (micros(blocks.get(from), last) >= DAY) {
                from++;
            }
            boolean isJudged = micros(blocks.getFirst(), last) >= DAY;
            var next = before + 1 < blocks.size() ? blocks.get(before + 1) : end;
            if (isJudged && next.isAfter(last)) {
                var gap = new Gap(last, next, before - from + 1, before + 1 == blocks.size());
                if (gap.isOpen() && gap.delay().compareTo(Clause.NO_NEW_BLOCK.threshold()) >= 0) {
                    return met(Clause.NO_NEW_BLOCK, gap);
                }
                longest = longest == null || gap.isLongerThan(longest) ? gap : longest;
            }
        }
        if (longest == null) {
            return new NotEnough(missing());
        }
        return !longest.isOpen() && longest.delay().compareTo(Clause.BLOCK_DELAYED.threshold()) >= 0
                ? met(Clause.BLOCK_DELAYED, longest)
                : new NotMet(
                        longest.inWords() + " Less than " + Clause.BLOCK_DELAYED.threshold() + " % meets no clause.");
    }

    private static Met met(Clause clause, Gap gap) {
        return new Met(
                clause,
                gap.delay().setScale(FIGURES, RoundingMode.DOWN),
                gap.inWords() + " " + clause.threshold() + " % or more is " + clause.level() + ".");
    }

    private String missing() {
        var first = blocks.getFirst();
        var covered = Duration.between(first, blocks.getLast());
        var lacking = Duration.ofDays(1).minus(covered);
        return "A delay is judged by the blocks of the 24 hours before it. The series has %d blocks, from %s to %s: %s."
                .formatted(
                        blocks.size(),
                        first,
                        blocks.getLast(),
                        lacking.isPositive()
                                ? "those of %s before are missing".formatted(inHours(lacking))
                                : "what came after is missing, a block or the end of the observation");
    }

    private static String inHours(Duration duration) {
        return "%d h %d min %d s".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    private static long micros(Instant from, Instant to) {
        return ChronoUnit.MICROS.between(from, to);
    }

    /**
     * The time from one block to the next.
     *
     * @param blocksOfDay how many came in the 24 hours up to the last one, that one included
     * @param isOpen whether the next one had not come when the observation ended
     */
    private record Gap(Instant last, Instant next, int blocksOfDay, boolean isOpen) {

        /** In percent of the average block time, exactly. */
        BigDecimal delay() {
            var late = BigDecimal.valueOf(micros(last, next))
                    .multiply(BigDecimal.valueOf(blocksOfDay))
                    .subtract(BigDecimal.valueOf(DAY));
            return late.multiply(HUNDRED).divide(BigDecimal.valueOf(DAY), 12, RoundingMode.FLOOR);
        }

        boolean isLongerThan(Gap other) {
            return delay().compareTo(other.delay()) > 0;
        }

        String inWords() {
            return ("%d blocks in the 24 h up to %s make %s s a block on average. %s %s s after it, at %s: %s s later than"
                            + " expected, which is %s %% of the average.")
                    .formatted(
                            blocksOfDay,
                            last,
                            seconds(average()),
                            isOpen ? "No block had come" : "The next block came",
                            seconds(BigDecimal.valueOf(micros(last, next))),
                            next,
                            seconds(BigDecimal.valueOf(micros(last, next)).subtract(average())),
                            delay().setScale(FIGURES, RoundingMode.DOWN)
                                    .stripTrailingZeros()
                                    .toPlainString());
        }

        private BigDecimal average() {
            return BigDecimal.valueOf(DAY).divide(BigDecimal.valueOf(blocksOfDay), FIGURES, RoundingMode.HALF_UP);
        }

        private static String seconds(BigDecimal micros) {
            return micros.movePointLeft(6)
                    .setScale(FIGURES, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}
