package dev.hindsight.gateway.reports;

import dev.hindsight.gateway.incidents.DurationWording;
import dev.hindsight.gateway.reports.DurationOverview.Range;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The time within which half have ended, with those that still go on, in words that need no statistics. */
public record MedianOverview(
        String status,
        int ended,
        int goingOn,
        @Nullable Range seconds,
        @Nullable Long atLeast,
        @Nullable Long atMost,
        String words) {

    public boolean isEnough() {
        return !status.equals("NOT_ENOUGH_DATA");
    }

    /** @param reached what an incident is at its end, such as resolved */
    String told(String reached) {
        if (atLeast == null) {
            return words;
        }
        var bounds = atMost == null
                ? "%s or longer".formatted(plain(atLeast))
                : "from %s to %s".formatted(plain(atLeast), plain(atMost));
        if (seconds == null) {
            return "%s It takes %s (95 %% confidence).".formatted(words, bounds);
        }
        return "%s half are %s within %s%s. Given how few there are, it may really be %s (95 %% confidence)."
                .formatted(
                        population(),
                        reached,
                        seconds.least() == seconds.most() ? "" : "a time ",
                        seconds.inWords(),
                        bounds);
    }

    private String population() {
        return switch (goingOn) {
            case 0 -> "None still goes on;";
            case 1 -> "Including the one that still goes on,";
            default -> "Including the %d that still go on,".formatted(goingOn);
        };
    }

    private static String plain(long seconds) {
        return DurationWording.plain(Duration.ofSeconds(seconds));
    }
}
