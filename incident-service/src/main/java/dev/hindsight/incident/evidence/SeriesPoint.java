package dev.hindsight.incident.evidence;

import java.math.BigDecimal;
import java.time.Instant;

/** One value of a series. */
public record SeriesPoint(Instant at, BigDecimal value) {}
