package dev.hindsight.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @Test
    void isWrittenAsTheSpecificationSays() {
        assertThat(new TilePath(0, 1_234_067, 256).path()).isEqualTo("0/x001/x234/067");
        assertThat(new TilePath(2, 0, 1).path()).isEqualTo("2/000.p/1");
        assertThat(new TilePath(TilePath.ENTRIES, 273, 112).path()).isEqualTo("entries/273.p/112");
    }

    @Property
    void isReadBack(
            @ForAll @IntRange(min = -1, max = 63) int level,
            @ForAll @LongRange(max = 999_999_999_999_999L) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        var tile = new TilePath(level, index, width);

        assertThat(TilePath.parse(tile.path())).contains(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/",
                "0/0",
                "0/00",
                "0/1000",
                "00/000",
                "64/000",
                "-1/000",
                "0/x000/001",
                "0/x001/x234",
                "0/001/234",
                "0/000.p/0",
                "0/000.p/01",
                "0/000.p/256",
                "0/000.p/257",
                "0/000.p",
                "0/000/",
                "leaves/000",
                "0/x001/x000/x000/x000/x000/000",
                "0/٠٠٠"
            })
    void hasNoOtherForm(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }

    @Test
    void tilesOfTheExampleOfTheSpecification() {
        assertThat(List.of(
                        new TilePath(0, 272, 256),
                        new TilePath(0, 273, 112),
                        new TilePath(1, 0, 256),
                        new TilePath(1, 1, 17),
                        new TilePath(2, 0, 1),
                        new TilePath(TilePath.ENTRIES, 273, 112)))
                .allMatch(tile -> tile.isWithin(70_000));
        assertThat(List.of(
                        new TilePath(0, 273, 113),
                        new TilePath(1, 1, 18),
                        new TilePath(2, 0, 2),
                        new TilePath(3, 0, 1),
                        new TilePath(63, 0, 1),
                        new TilePath(0, 999_999_999_999_999L, 256)))
                .noneMatch(tile -> tile.isWithin(70_000));
    }

    @Test
    void thereIsNoEmptyTile() {
        assertThatThrownBy(() -> new TilePath(0, 0, 0)).hasMessage("There is no such tile: 0/0, width 0");
    }
}
