package dev.hindsight.gateway.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a duration is told: never finer than the times that it comes from. */
class DurationWordingTest {

    @ParameterizedTest
    @CsvSource({
        "SECOND, 3661, 1 h 1 min",
        "MINUTE, 7200, 2 h",
        "HOUR, 7200, about 2 h",
        "HOUR, 8100, about 2 h",
        "HOUR, 600, about 10 min",
        "DAY, 190000, about 2 d"
    })
    void isRoundedToWhatTheCoarserEndAllows(String precision, long seconds, String words) {
        assertThat(DurationWording.told(incident(precision, null), exactly(seconds)))
                .isEqualTo(words);
    }

    @Test
    void saysAboutWhereTheSourceDoes() {
        assertThat(DurationWording.told(incident("MINUTE", "about 14:00"), exactly(4200)))
                .isEqualTo("about 1 h 10 min");
    }

    @Test
    void isARangeWhereATimeIsOne() {
        assertThat(DurationWording.told(incident("DAY", null), between(90_000, 176_400)))
                .isEqualTo("between 1 d 1 h and 2 d 1 h");
    }

    @Test
    void isAtMostWhereItMayHaveBeenNothing() {
        assertThat(DurationWording.told(incident("DAY", null), between(0, 86_400)))
                .isEqualTo("at most 1 d");
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, Not recorded",
        "INVALID, Cannot be computed",
        "NOT_APPLICABLE, Does not apply",
    })
    void isNeverZeroWhenMissing(String status, String words) {
        var missing = new DurationFigure("TIME_TO_DETECT", status, null, null, null, "why");

        assertThat(DurationWording.told(incident("MINUTE", null), missing)).isEqualTo(words);
    }

    private static DurationFigure exactly(long seconds) {
        return new DurationFigure("TIME_TO_DETECT", "RECORDED", seconds, seconds, seconds, null);
    }

    private static DurationFigure between(long least, long most) {
        return new DurationFigure("TIME_TO_DETECT", "INTERVAL", null, least, most, null);
    }

    private static Incident incident(String precisionOfTheEnd, @Nullable String statedAs) {
        var at = Instant.parse("2026-01-01T12:00:00Z");
        var marks = List.of(
                new Mark("IMPACT_STARTED", new Moment(at, at, "MINUTE", null), 1, null, null),
                new Mark("DETECTED", new Moment(at, at, precisionOfTheEnd, statedAs), 1, null, null));
        return new Incident(
                "INC-2026-0001",
                "t",
                null,
                "LIVE",
                "SEV1",
                "RESOLVED",
                "team",
                "OPEN",
                null,
                null,
                null,
                marks,
                List.of(),
                List.of(),
                null);
    }
}
