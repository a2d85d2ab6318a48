package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisAssessed;
import dev.hindsight.contracts.postmortem.Consistency;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evidence against hypotheses: the analysis of competing hypotheses (Heuer, Psychology of Intelligence Analysis, chapter
 * 8). It ranks by what speaks against a hypothesis, since evidence that fits one often fits all of them.
 *
 * @param weights of every hypothesis that was assessed, least inconsistent first
 */
public record EvidenceMatrix(List<Row> rows, List<Weight> weights) {

    /**
     * A piece of evidence.
     *
     * @param telling false if it fits all hypotheses equally well; null while fewer than two are assessed against it
     */
    public record Row(
            UUID evidenceId, List<Cell> cells, @Nullable Boolean telling) {}

    public record Cell(
            UUID hypothesisId,
            Consistency consistency,
            @Nullable String reasoning) {}

    /** @param inconsistency 1 for each piece of evidence that is inconsistent with it, 2 if strongly so */
    public record Weight(UUID hypothesisId, int inconsistency, int assessed) {}

    /** @param assessments in the order they were made; of two of the same pair the later one counts */
    static EvidenceMatrix of(Collection<HypothesisAssessed> assessments) {
        var byEvidence = new LinkedHashMap<UUID, Map<UUID, Cell>>();
        for (var it : assessments) {
            byEvidence
                    .computeIfAbsent(it.evidenceId(), _ -> new LinkedHashMap<>())
                    .put(it.hypothesisId(), new Cell(it.hypothesisId(), it.consistency(), it.reasoning()));
        }
        var rows = byEvidence.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue().values()))
                .toList();
        return new EvidenceMatrix(rows, weights(rows));
    }

    private static Row row(UUID evidence, Collection<Cell> cells) {
        var different = new HashSet<Consistency>();
        cells.forEach(cell -> different.add(cell.consistency()));
        return new Row(evidence, List.copyOf(cells), cells.size() < 2 ? null : different.size() > 1);
    }

    private static List<Weight> weights(List<Row> rows) {
        var weights = new LinkedHashMap<UUID, Weight>();
        for (var row : rows) {
            for (var cell : row.cells()) {
                weights.merge(
                        cell.hypothesisId(),
                        new Weight(cell.hypothesisId(), against(cell.consistency()), 1),
                        (one, other) -> new Weight(
                                one.hypothesisId(),
                                one.inconsistency() + other.inconsistency(),
                                one.assessed() + other.assessed()));
            }
        }
        return weights.values().stream()
                .sorted((one, other) -> Integer.compare(one.inconsistency(), other.inconsistency()))
                .toList();
    }

    private static int against(Consistency consistency) {
        return switch (consistency) {
            case CC, C, N -> 0;
            case I -> 1;
            case II -> 2;
        };
    }
}
