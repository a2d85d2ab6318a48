package dev.hindsight.gateway.actionitems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.gateway.actionitems.ActionItem.Chased;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaseWordingTest {

    private static final Instant THEN = Instant.parse("2026-03-01T09:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BEFORE_DUE | | 7 | Reminded 7 days before it was due
                    ON_DUE_DAY | | 0 | Reminded that it was due
                    OVERDUE    | | 1 | Reminded: overdue by 1 day
                    UNACCEPTED | | 7 | Team lead reminded: proposed for 7 days, and not accepted
                    UNVERIFIED | | 7 | Team lead reminded: done for 7 days, and not verified
                    OVERDUE    | TEAM_LEAD | 3 | Team lead told: overdue by 3 days
                    OVERDUE    | EXECUTIVE | 7 | Accountable executive told: overdue by 7 days
                    BLOCKED    | TEAM_LEAD | 0 | Team lead told: it is blocked
                    BLOCKED    | EXECUTIVE | 5 | Accountable executive told: blocked for 5 days
                    """)
    void tellsEachStage(String because, @Nullable String rung, int days, String words) {
        assertThat(ChaseWording.told(new Chased(because, rung, days, THEN, THEN, List.of("somebody"))))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    OVERDUE    |           | 1 | Not reminded: overdue by 1 day
                    UNACCEPTED |           | 7 | Team lead not reminded: proposed for 7 days, and not accepted
                    OVERDUE    | EXECUTIVE | 7 | Accountable executive not told: overdue by 7 days
                    """)
    void ownsUpToAStageForNobody(String because, @Nullable String rung, int days, String words) {
        assertThat(ChaseWording.told(new Chased(because, rung, days, THEN, THEN, List.of())))
                .isEqualTo(words);
    }
}
