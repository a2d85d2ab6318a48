package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.ChainPosition;
import dev.hindsight.contracts.time.OccurredAt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the time of a place on a chain whose slots follow a clock.
 *
 * <p>Slot <i>n</i> of a beacon chain begins at its genesis time plus 12 <i>n</i> seconds, an epoch is 32 slots (Ethereum
 * consensus specifications, SECONDS_PER_SLOT and SLOTS_PER_EPOCH). Where a chain is not known here, or only a height is
 * stated, nothing is said.
 */
public final class ChainClock {

    private static final long SECONDS_PER_SLOT = 12;
    private static final long SLOTS_PER_EPOCH = 32;
    private static final Map<String, Long> GENESIS = Map.of(
            "ethereum", 1_606_824_023L,
            "sepolia", 1_655_733_600L,
            "holesky", 1_695_902_400L,
            "hoodi", 1_742_213_400L);

    private ChainClock() {}

    /** A span of time, the end not included. */
    public record Span(Instant from, Instant until) {}

    /** When the stated slot was, else the stated epoch; empty if the position has no time of its own. */
    public static Optional<Span> timeOf(ChainPosition position) {
        var genesis = GENESIS.get(position.chain().toLowerCase(Locale.ROOT));
        if (genesis == null) {
            return Optional.empty();
        }
        if (position.slot() != null) {
            return Optional.of(span(genesis, position.slot(), 1));
        }
        return position.epoch() == null
                ? Optional.empty()
                : Optional.of(span(genesis, position.epoch() * SLOTS_PER_EPOCH, SLOTS_PER_EPOCH));
    }

    /** Whether the numbers of a position can be told as times at all: none is negative or beyond this calendar. */
    public static boolean isPlausible(ChainPosition position) {
        return plausible(position.height()) && plausible(position.slot()) && plausible(position.epoch());
    }

    /** What does not fit together, in words; empty if all does or nothing can be told. */
    static List<String> warnings(@Nullable ChainPosition position, OccurredAt stated) {
        if (position == null) {
            return List.of();
        }
        var warnings = new ArrayList<String>();
        timeOf(position).flatMap(span -> misfit(position, span, stated)).ifPresent(warnings::add);
        if (position.slot() != null
                && position.epoch() != null
                && GENESIS.containsKey(position.chain().toLowerCase(Locale.ROOT))
                && position.slot() / SLOTS_PER_EPOCH != position.epoch()) {
            warnings.add("Slot %d of %s lies in epoch %d, not in epoch %d."
                    .formatted(position.slot(), position.chain(), position.slot() / SLOTS_PER_EPOCH, position.epoch()));
        }
        return List.copyOf(warnings);
    }

    private static Optional<String> misfit(ChainPosition position, Span span, OccurredAt stated) {
        var place = position.slot() != null ? "Slot " + position.slot() : "Epoch " + position.epoch();
        if (stated.earliest().isAfter(span.until())) {
            return Optional.of("%s of %s ended at %s, %s before the stated time."
                    .formatted(place, position.chain(), span.until(), words(span.until(), stated.earliest())));
        }
        if (stated.latest().isBefore(span.from())) {
            return Optional.of("%s of %s began at %s, %s after the stated time."
                    .formatted(place, position.chain(), span.from(), words(stated.latest(), span.from())));
        }
        return Optional.empty();
    }

    private static String words(Instant from, Instant until) {
        var apart = Duration.between(from, until);
        if (apart.toDays() > 0) {
            return "%d d %d h".formatted(apart.toDays(), apart.toHoursPart());
        }
        if (apart.toHours() > 0) {
            return "%d h %d min".formatted(apart.toHours(), apart.toMinutesPart());
        }
        return apart.toMinutes() > 0
                ? "%d min %d s".formatted(apart.toMinutes(), apart.toSecondsPart())
                : "%d s".formatted(apart.toSeconds());
    }

    private static Span span(long genesis, long slot, long slots) {
        var from = Instant.ofEpochSecond(genesis + SECONDS_PER_SLOT * slot);
        return new Span(from, from.plusSeconds(SECONDS_PER_SLOT * slots));
    }

    private static boolean plausible(@Nullable Long number) {
        return number == null || number >= 0 && number <= 100_000_000_000L;
    }
}
