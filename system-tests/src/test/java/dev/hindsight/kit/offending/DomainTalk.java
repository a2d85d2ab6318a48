package dev.hindsight.kit.offending;

import dev.hindsight.contracts.offending.EventWithDatabase;

/** Breaks the rule that the kit knows no domain words. */
public record DomainTalk(EventWithDatabase event) {}
