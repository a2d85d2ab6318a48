package dev.hindsight.incident.severity;

import java.math.BigDecimal;

/** What the clauses make of some facts, each with the figures that led there. */
public sealed interface Assessment {

    /** @param measured in percent, rounded down, so that it never shows a threshold that was not reached */
    record Met(Clause clause, BigDecimal measured, String arithmetic) implements Assessment {}

    record NotMet(String arithmetic) implements Assessment {}

    /** @param missing what would have to be known */
    record NotEnough(String missing) implements Assessment {}
}
