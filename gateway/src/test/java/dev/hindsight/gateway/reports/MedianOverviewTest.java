package dev.hindsight.gateway.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.gateway.reports.DurationOverview.Range;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the median is told to someone who knows no statistics. */
class MedianOverviewTest {

    private static final Range HOUR = new Range(3600, 3600);

    @Test
    void saysWithinWhichTimeHalfAreOverAndHowSureThatIs() {
        assertThat(told(2, HOUR, 60L, 7200L).told("resolved"))
                .isEqualTo(
                        "Including the 2 that still go on, half are resolved within 1 h. Given how few there are, it may"
                                + " really be from 1 min to 2 h (95 % confidence).");
        assertThat(told(1, new Range(3600, 7200), 60L, 7200L).told("mitigated"))
                .startsWith(
                        "Including the one that still goes on, half are mitigated within a time between 1 h and 2 h.");
        assertThat(told(0, HOUR, 60L, 7200L).told("resolved"))
                .startsWith("None still goes on; half are resolved within 1 h.");
    }

    @Test
    void saysNoLongestTimeWhereNoneCanBeTold() {
        assertThat(told(2, HOUR, 60L, null).told("resolved"))
                .endsWith("it may really be 1 min or longer (95 % confidence).");
    }

    @Test
    void saysWhatIsKnownOfAMedianThatIsNotReached() {
        assertThat(new MedianOverview("NOT_REACHED", 1, 9, null, 60L, null, "Not reached.").told("resolved"))
                .isEqualTo("Not reached. It takes 1 min or longer (95 % confidence).");
        assertThat(new MedianOverview("NOT_REACHED", 0, 9, null, null, null, "Not reached.").told("resolved"))
                .isEqualTo("Not reached.");
    }

    private static MedianOverview told(int goingOn, Range seconds, @Nullable Long atLeast, @Nullable Long atMost) {
        return new MedianOverview("TOLD", 8, goingOn, seconds, atLeast, atMost, "Half within this time.");
    }
}
