package dev.hindsight.contracts.offending;

import java.sql.Timestamp;

/** Breaks the rule that contracts know Java only. */
public record EventWithDatabase(Timestamp at) {}
