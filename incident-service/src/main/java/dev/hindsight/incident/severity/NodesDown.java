package dev.hindsight.incident.severity;

import dev.hindsight.incident.severity.Assessment.Met;
import dev.hindsight.incident.severity.Assessment.NotMet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/** Judges how large a share of the nodes is down. */
public final class NodesDown {

    private static final int FIGURES = 3;

    private NodesDown() {}

    /** @param percent from 0 to 100 */
    public static Assessment assess(BigDecimal percent) {
        var stated = "%s %% of the nodes are down, as stated."
                .formatted(percent.stripTrailingZeros().toPlainString());
        return Stream.of(Clause.MANY_NODES_DOWN, Clause.SOME_NODES_DOWN)
                .filter(clause -> percent.compareTo(clause.threshold()) >= 0)
                .findFirst()
                .<Assessment>map(clause -> new Met(
                        clause,
                        percent.setScale(FIGURES, RoundingMode.DOWN),
                        "%s %s %% or more%s is %s."
                                .formatted(
                                        stated,
                                        clause.threshold(),
                                        clause == Clause.SOME_NODES_DOWN
                                                ? ", but less than %s %%,".formatted(Clause.MANY_NODES_DOWN.threshold())
                                                : "",
                                        clause.level())))
                .orElseGet(() -> new NotMet(
                        "%s Less than %s %% meets no clause.".formatted(stated, Clause.SOME_NODES_DOWN.threshold())));
    }
}
