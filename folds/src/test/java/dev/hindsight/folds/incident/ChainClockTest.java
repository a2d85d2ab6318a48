package dev.hindsight.folds.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.incident.ChainPosition;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.contracts.time.Precision;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainClockTest {

    /** The activation epochs of Pectra, whose times were announced with them. */
    @ParameterizedTest
    @CsvSource({
        "ethereum, 364032, 2025-05-07T10:05:11Z",
        "Ethereum, 0, 2020-12-01T12:00:23Z",
        "holesky, 115968, 2025-02-24T21:55:12Z",
        "sepolia, 222464, 2025-03-05T07:29:36Z",
        "hoodi, 2048, 2025-03-26T14:37:12Z"
    })
    void anEpochBeginsWhereItsChainSaysSo(String chain, long epoch, Instant begins) {
        assertThat(ChainClock.timeOf(at(chain, null, epoch)))
                .hasValue(new ChainClock.Span(begins, begins.plusSeconds(384)));
    }

    @Test
    void ofAChainThatFollowsNoClockNothingIsTold() {
        assertThat(ChainClock.timeOf(at("celestia", 5L, null))).isEmpty();
        assertThat(ChainClock.timeOf(new ChainPosition("ethereum", 17_000_000L, null, null)))
                .isEmpty();
        assertThat(ChainClock.warnings(at("celestia", 5L, 9L), OccurredAt.at(Instant.EPOCH)))
                .isEmpty();
    }

    @Property(tries = 200)
    void everySlotLiesInItsEpoch(@ForAll @LongRange(min = 0, max = 100_000_000) long slot) {
        var inSlot = ChainClock.timeOf(at("ethereum", slot, null)).orElseThrow();
        var inEpoch = ChainClock.timeOf(at("ethereum", null, slot / 32)).orElseThrow();

        assertThat(inSlot.from()).isAfterOrEqualTo(inEpoch.from());
        assertThat(inSlot.until()).isBeforeOrEqualTo(inEpoch.until());
    }

    @Test
    void aTimeThatDoesNotFitItsSlotIsTold() {
        var slot = at("ethereum", 0L, null); // 2020-12-01T12:00:23Z to 12:00:35Z

        assertThat(ChainClock.warnings(slot, OccurredAt.at(Instant.parse("2020-12-01T12:00:30Z"))))
                .isEmpty();
        assertThat(ChainClock.warnings(slot, OccurredAt.at(Instant.parse("2020-12-01T11:58:00Z"))))
                .containsExactly("Slot 0 of ethereum began at 2020-12-01T12:00:23Z, 2 min 23 s after the stated time.");
        assertThat(ChainClock.warnings(slot, OccurredAt.at(Instant.parse("2020-12-01T14:00:35Z"))))
                .containsExactly("Slot 0 of ethereum ended at 2020-12-01T12:00:35Z, 2 h 0 min before the stated time.");
    }

    @Test
    void anUncertainTimeFitsIfAnyPartOfItDoes() {
        var noon = new OccurredAt(
                Instant.parse("2020-12-01T12:00:00Z"),
                Instant.parse("2020-12-01T12:59:59.999999Z"),
                Precision.HOUR,
                null);

        assertThat(ChainClock.warnings(at("ethereum", 0L, null), noon)).isEmpty();
    }

    @Test
    void aSlotOfAnotherEpochIsTold() {
        assertThat(ChainClock.warnings(at("ethereum", 32L, 0L), OccurredAt.at(Instant.parse("2020-12-01T12:06:50Z"))))
                .containsExactly("Slot 32 of ethereum lies in epoch 1, not in epoch 0.");
    }

    private static ChainPosition at(String chain, @Nullable Long slot, @Nullable Long epoch) {
        return new ChainPosition(chain, null, slot, epoch);
    }
}
