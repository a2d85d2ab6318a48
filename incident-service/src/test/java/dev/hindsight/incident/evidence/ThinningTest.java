package dev.hindsight.incident.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A thinned series is the same one with fewer points. */
class ThinningTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Property(tries = 300)
    void keepsTheFirstAndTheLastAndAsManyAsWantedInTheirOrder(
            @ForAll("series") List<SeriesPoint> series, @ForAll @IntRange(min = 2, max = 120) int wanted) {
        var thinned = Thinning.thin(series, wanted);

        assertThat(thinned).hasSize(Math.min(wanted, series.size()));
        assertThat(thinned.getFirst()).isSameAs(series.getFirst());
        assertThat(thinned.getLast()).isSameAs(series.getLast());
        assertThat(positions(thinned, series)).isSorted().doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void keepsASpikeWhereverItIs(
            @ForAll @IntRange(min = 3, max = 2_000) int size,
            @ForAll @IntRange(min = 0, max = 1_999) int at,
            @ForAll @IntRange(min = 3, max = 50) int wanted) {
        int spike = at % size;
        var series = IntStream.range(0, size)
                .mapToObj(number -> point(number, number == spike ? 1_000_000 : number % 3))
                .toList();

        assertThat(Thinning.thin(series, wanted)).contains(series.get(spike));
    }

    /** The figures were computed by hand: areas of the bucket's points with the first one and the middle of what follows. */
    @Example
    void takesOfEachBucketThePointOfTheLargestTriangle() {
        var series = List.of(point(0, 0), point(1, 5), point(2, 1), point(3, 2), point(4, -4), point(5, 0));

        assertThat(Thinning.thin(series, 4))
                .containsExactly(series.get(0), series.get(1), series.get(4), series.get(5));
    }

    @Example
    void hasNoFewerThanTwoPoints() {
        assertThatThrownBy(() -> Thinning.thin(List.of(point(0, 0), point(1, 1), point(2, 2)), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void isWrittenAndReadExactly() {
        var series = List.of(
                new SeriesPoint(START.plusNanos(1_000), new BigDecimal("0.10")),
                new SeriesPoint(
                        START.plusSeconds(1), new BigDecimal("123456789012345678901234567890.000000000000000001")));

        assertThat(SeriesContent.read(SeriesContent.write(series))).isEqualTo(series);
    }

    @Provide
    Arbitrary<List<SeriesPoint>> series() {
        return Arbitraries.integers()
                .between(-1_000, 1_000)
                .list()
                .ofMinSize(2)
                .ofMaxSize(300)
                .map(values -> IntStream.range(0, values.size())
                        .mapToObj(number -> point(number / 2, values.get(number)))
                        .toList());
    }

    private static List<Integer> positions(List<SeriesPoint> chosen, List<SeriesPoint> all) {
        var positions = new ArrayList<Integer>();
        for (var point : chosen) {
            positions.add(IntStream.range(0, all.size())
                    .filter(number -> all.get(number) == point)
                    .findFirst()
                    .orElseThrow());
        }
        return positions;
    }

    private static SeriesPoint point(int seconds, int value) {
        return new SeriesPoint(START.plusSeconds(seconds), BigDecimal.valueOf(value));
    }
}
