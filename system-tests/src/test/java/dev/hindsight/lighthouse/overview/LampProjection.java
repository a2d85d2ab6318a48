package dev.hindsight.lighthouse.overview;

import dev.hindsight.lighthouse.domain.LampByChance;

/** Breaks the rule that read models do not see aggregates. */
public record LampProjection(LampByChance lamp) {}
