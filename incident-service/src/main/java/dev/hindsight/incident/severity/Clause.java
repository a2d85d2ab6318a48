package dev.hindsight.incident.severity;

import dev.hindsight.contracts.incident.Severity;
import java.math.BigDecimal;

/**
 * The clauses about blockchains of the Immunefi Vulnerability Severity Classification System, version 2.3, that follow
 * from figures: <a href="https://immunefi.com/immunefi-vulnerability-severity-classification-system-v2-3/">its text</a>.
 */
public enum Clause {
    NO_NEW_BLOCK("critical", Severity.SEV1, 500, "The network confirms no new block."),
    BLOCK_DELAYED(
            "high",
            Severity.SEV2,
            500,
            "One block was delayed by 500 % or more of the average block time of the preceding 24 hours."),
    MANY_NODES_DOWN("medium", Severity.SEV3, 30, "30 % or more of the nodes are down."),
    SOME_NODES_DOWN("low", Severity.SEV4, 10, "10 % or more of the nodes are down, but less than 30 %.");

    /** Name and version of the classification. */
    public static final String RULE = "immunefi-v2.3";

    private final String level;
    private final Severity severity;
    private final BigDecimal threshold;
    private final String finding;

    Clause(String level, Severity severity, int threshold, String finding) {
        this.level = level;
        this.severity = severity;
        this.threshold = BigDecimal.valueOf(threshold);
        this.finding = finding;
    }

    /** The classification's own word. */
    public String level() {
        return level;
    }

    public Severity severity() {
        return severity;
    }

    /** From which it is met, in percent. */
    public BigDecimal threshold() {
        return threshold;
    }

    public String finding() {
        return finding;
    }
}
