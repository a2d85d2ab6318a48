package dev.hindsight.contracts.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something happened in the world: an instant if earliest equals latest, else anywhere between the two, both
 * included. Never the time of recording.
 *
 * @param earliest UTC, to the microsecond
 * @param latest UTC, to the microsecond, not before earliest
 * @param statedAs the time as its source wrote it, zone included, such as {@code 16:06 KST}
 */
public record OccurredAt(
        Instant earliest,
        Instant latest,
        Precision precision,
        @Nullable String statedAs) {

    public OccurredAt {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("latest must not be before earliest");
        }
    }

    public static OccurredAt at(Instant instant) {
        return new OccurredAt(instant, instant, Precision.SECOND, null);
    }

    public boolean exact() {
        return earliest.equals(latest);
    }
}
