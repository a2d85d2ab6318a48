package dev.hindsight.incident.severity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.incident.severity.Assessment.Met;
import dev.hindsight.incident.severity.Assessment.NotMet;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The thresholds to the digit. */
class NodesDownTest {

    @ParameterizedTest
    @CsvSource({
        "100,SEV3,medium",
        "30,SEV3,medium",
        "29.999999,SEV4,low",
        "10,SEV4,low",
    })
    void aShareOfNodesMeetsItsClause(BigDecimal percent, String severity, String level) {
        var met = (Met) NodesDown.assess(percent);

        assertThat(met.clause().severity()).hasToString(severity);
        assertThat(met.clause().level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"9.999999", "0"})
    void aSmallerShareMeetsNone(BigDecimal percent) {
        assertThat(NodesDown.assess(percent)).isInstanceOf(NotMet.class);
    }

    @Test
    void theFiguresAreSaidInWords() {
        assertThat(((Met) NodesDown.assess(new BigDecimal("12.50"))).arithmetic())
                .isEqualTo("12.5 % of the nodes are down, as stated. 10 % or more, but less than 30 %, is low.");
    }
}
