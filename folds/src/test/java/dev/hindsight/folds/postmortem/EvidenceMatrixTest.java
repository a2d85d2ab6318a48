package dev.hindsight.folds.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisAssessed;
import dev.hindsight.contracts.postmortem.Consistency;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EvidenceMatrixTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID LOG = new UUID(0, 3);
    private static final UUID SERIES = new UUID(0, 4);

    @Test
    void evidenceThatFitsAllHypothesesEquallyWellIsNotTelling() {
        var matrix = EvidenceMatrix.of(List.of(
                assessed(ONE, LOG, Consistency.C),
                assessed(OTHER, LOG, Consistency.C),
                assessed(ONE, SERIES, Consistency.C),
                assessed(OTHER, SERIES, Consistency.II)));

        assertThat(matrix.rows()).extracting(EvidenceMatrix.Row::telling).containsExactly(false, true);
    }

    @Test
    void ofOneHypothesisAloneNobodyCanTell() {
        var matrix = EvidenceMatrix.of(List.of(assessed(ONE, LOG, Consistency.II)));

        assertThat(matrix.rows().getFirst().telling()).isNull();
    }

    @Test
    void theLaterAssessmentOfAPairCounts() {
        var matrix = EvidenceMatrix.of(List.of(assessed(ONE, LOG, Consistency.II), assessed(ONE, LOG, Consistency.CC)));

        assertThat(matrix.rows().getFirst().cells())
                .extracting(EvidenceMatrix.Cell::consistency)
                .containsExactly(Consistency.CC);
        assertThat(matrix.weights()).containsExactly(new EvidenceMatrix.Weight(ONE, 0, 1));
    }

    @Test
    void whatLeastSpeaksAgainstComesFirst() {
        var matrix = EvidenceMatrix.of(List.of(
                assessed(ONE, LOG, Consistency.II),
                assessed(ONE, SERIES, Consistency.I),
                assessed(OTHER, LOG, Consistency.I),
                assessed(OTHER, SERIES, Consistency.N)));

        assertThat(matrix.weights())
                .containsExactly(new EvidenceMatrix.Weight(OTHER, 1, 2), new EvidenceMatrix.Weight(ONE, 3, 2));
    }

    @Property(tries = 200)
    void whatFitsNeverSpeaksAgainst(@ForAll @Size(max = 12) List<Consistency> assessments) {
        var matrix = EvidenceMatrix.of(assessments.stream()
                .map(consistency -> assessed(ONE, UUID.randomUUID(), consistency))
                .toList());
        int expected = assessments.stream()
                .mapToInt(it -> it == Consistency.II ? 2 : it == Consistency.I ? 1 : 0)
                .sum();

        assertThat(matrix.weights().stream()
                        .mapToInt(EvidenceMatrix.Weight::inconsistency)
                        .sum())
                .isEqualTo(expected);
    }

    private static HypothesisAssessed assessed(UUID hypothesis, UUID evidence, Consistency consistency) {
        return new HypothesisAssessed(new UUID(0, 9), hypothesis, evidence, consistency, null);
    }
}
