package dev.hindsight.reporting.facts;

import java.util.List;
import java.util.UUID;

/** What the action items agreed in a post-mortem take from it. */
public record PostMortemFact(UUID postMortemId, String team, List<UUID> incidentIds, long position) {}
